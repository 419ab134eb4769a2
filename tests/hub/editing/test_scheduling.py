"""Scheduled publishing: each page by itself, and the warning when it stops."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from hub.content.dashboard.panels import overdue
from hub.editing.dashboard import note_of_run, runs_in_trouble
from hub.editing.publishing_run import PublishingRun
from tests.factories import InitiativePageFactory, StandardPageFactory
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db


def ago(minutes):
    return timezone.now() - datetime.timedelta(minutes=minutes)


def approve(page, minutes_ago=5):
    Page.objects.filter(pk=page.pk).update(live=False)
    page.live = False
    page.save_revision(approved_go_live_at=ago(minutes_ago), clean=False)
    return page


def approved(minutes_ago=5, **fields):
    return approve(StandardPageFactory(live=False, **fields), minutes_ago)


def is_live(page):
    return Page.objects.get(pk=page.pk).live


@pytest.fixture
def broken():
    """A page of which a receiver of publications makes nothing but trouble."""

    def fail(instance, **kwargs):
        if instance.title == "En panne":
            raise RuntimeError("a receiver broke")

    page_published.connect(fail)
    yield approved(title="En panne", minutes_ago=9)
    page_published.disconnect(fail)


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_of_every_type_is_published_and_withdrawn_at_its_hours(home, name):
    make, _ = PAGE_TYPES[name]
    page = approve(make())
    call_command("publish_scheduled")
    assert is_live(page)
    Page.objects.filter(pk=page.pk).update(expire_at=ago(1))
    call_command("publish_scheduled")
    assert not is_live(page)
    assert Page.objects.get(pk=page.pk).expired


def test_a_page_that_fails_stops_no_other_and_the_operator_is_told(home, broken, caplog):
    other = approved(minutes_ago=3)
    with pytest.raises(CommandError, match="publier « En panne » : RuntimeError, voir le journal"):
        call_command("publish_scheduled")
    assert is_live(other)
    assert not is_live(broken)
    assert "a receiver broke" in caplog.text


@pytest.fixture
def disable():
    """Disable the plugin that brings the type of a page, and enable it again."""
    types = {}

    def act(page, is_enabled=False):
        gone, _ = ContentType.objects.get_or_create(app_label="hub_gone", model="wallpage")
        kept = types.setdefault(page.pk, page.content_type)
        current = kept if is_enabled else gone
        Page.objects.filter(pk=page.pk).update(content_type=current)
        Revision.objects.for_instance(page).update(content_type=current)

    return act


@pytest.mark.filterwarnings("ignore:A specific version of the following object")
def test_pages_of_an_absent_type_wait_for_their_plugin_and_stop_no_other(home, editor, disable):
    new, other = approved(title="Nouveau mur", minutes_ago=30), approved(minutes_ago=20)
    old = StandardPageFactory(title="Ancien mur", expire_at=ago(30))
    disable(new)
    disable(old)
    call_command("publish_scheduled")
    assert is_live(other)
    assert (is_live(new), is_live(old)) == (False, True)
    assert PublishingRun.objects.get().failures == []
    assert not overdue(editor).exists()
    disable(new, is_enabled=True)
    disable(old, is_enabled=True)
    call_command("publish_scheduled")
    assert (is_live(new), is_live(old)) == (True, False)


def test_a_page_that_fails_is_left_as_it_was_and_tried_again(home, broken):
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    broken.refresh_from_db()
    assert broken.live_revision_id is None
    assert broken.get_latest_revision().approved_go_live_at is not None


def test_a_page_that_became_incomplete_is_told_in_words(home):
    page = InitiativePageFactory(live=False, title="Sans résumé", summary="")
    approve(page)
    with pytest.raises(CommandError, match="publier « Sans résumé » : "):
        call_command("publish_scheduled")
    assert not is_live(page)


def test_a_dry_run_says_what_is_due_and_does_nothing(home, capsys):
    page = approved(title="À l’heure")
    late = StandardPageFactory(title="Périmée", expire_at=ago(1))
    call_command("publish_scheduled", "--dryrun")
    assert capsys.readouterr().out.splitlines() == ["retirer « Périmée »", "publier « À l’heure »"]
    assert (is_live(page), is_live(late)) == (False, True)
    assert not PublishingRun.objects.exists()


def test_publishing_that_runs_is_no_trouble(home, editor):
    call_command("publish_scheduled")
    call_command("publish_scheduled")
    assert PublishingRun.objects.count() == 1
    assert not runs_in_trouble(editor).exists()


def test_publishing_that_stopped_is_told_on_the_home_of_the_admin(home, client, editor):
    PublishingRun.objects.create(pk=1, ended_at=ago(11))
    client.force_login(editor)
    html = client.get("/admin/").content.decode()
    assert "La publication programmée est arrêtée ou échoue" in html
    assert "Dernier passage le" in html


def test_a_failure_is_told_with_its_reason_until_it_is_over(home, editor, broken):
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    (run,) = runs_in_trouble(editor)
    assert note_of_run(run) == "publier « En panne » : RuntimeError, voir le journal"
    Page.objects.get(pk=broken.pk).get_latest_revision().delete()
    call_command("publish_scheduled")
    assert not runs_in_trouble(editor).exists()


def test_who_may_not_publish_is_not_told(home, django_user_model):
    PublishingRun.objects.create(pk=1, ended_at=ago(11))
    assert not runs_in_trouble(django_user_model.objects.create_user("personne")).exists()
