"""A deleted page waits in the bin, is in no output meanwhile, and comes back as it was."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision, Workflow, WorkflowState
from wagtail.signals import page_published, page_unpublished

from hub.content.models.page import visible_pages
from hub.editing.trash.keeping import KeptError, delete_what_is_over, restore, throw_away
from hub.editing.trash.models import TrashedPage
from hub.editing.trash.node import bin_node, binned, is_binned
from initiatives.models import InitiativePage, VideoSubject
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db


def facts(page):
    """Return all that must be the same once a page is back; the tree may give it another path."""
    page = type(page).objects.get(pk=page.pk)
    kept = {field.attname: getattr(page, field.attname) for field in page._meta.concrete_fields}
    return {name: value for name, value in kept.items() if name not in {"path", "numchild"}}


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_of_every_type_goes_and_comes_back_the_same(client, home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    if page.is_site_root():
        return
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    before, url = facts(page), page.url
    thrown = throw_away(page)
    assert client.get(url).status_code == 404
    restore(thrown)
    assert facts(page) == before
    assert client.get(url).status_code == 200
    assert not TrashedPage.objects.exists()


@pytest.fixture
def event(home):
    """An event with a published report and the draft of another."""
    event = factories.EventPageFactory(title="Rencontre")
    factories.EventReportPageFactory(parent=event, title="Publié")
    factories.EventReportPageFactory(parent=event, title="Brouillon", live=False)
    return event


def live_titles():
    return set(Page.objects.filter(live=True).values_list("title", flat=True))


def test_what_is_below_goes_along_and_only_what_was_published_is_published_again(event):
    before = live_titles()
    thrown = throw_away(event)
    assert {"Rencontre", "Publié"} & live_titles() == set()
    assert binned(Page.objects).filter(title="Publié").exists()
    restore(thrown)
    assert live_titles() == before
    assert not binned(Page.objects).filter(depth__gt=1).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_addresses_below_are_right_again(client, event):
    report = event.get_children().get(title="Publié")
    restore(throw_away(event))
    report.refresh_from_db()
    assert client.get(report.url).status_code == 200


def test_nothing_in_the_bin_is_visible(event):
    throw_away(event)
    assert not binned(visible_pages()).exists()


def test_an_alias_elsewhere_is_withdrawn_and_comes_back(home):
    page = factories.StandardPageFactory()
    alias = page.create_alias(update_slug="alias")
    thrown = throw_away(page)
    alias.refresh_from_db()
    assert not alias.live
    restore(thrown)
    alias.refresh_from_db()
    assert alias.live


def test_relations_and_revisions_are_kept(home):
    fiche = factories.InitiativePageFactory()
    revision = fiche.save_revision()
    check = factories.VerificationFactory(initiative=fiche)
    result = factories.PrizeResultFactory(initiative=fiche)
    subject = VideoSubject.objects.create(video=factories.VideoPageFactory(), page=fiche)
    restore(throw_away(fiche))
    for one in (check, result, subject, revision):
        one.refresh_from_db()
    assert InitiativePage.objects.get(pk=fiche.pk).latest_revision == revision


def test_a_page_returns_to_its_rank(home):
    first, second, third = (factories.StandardPageFactory() for _ in range(3))
    for page in (first, second, third):
        restore(throw_away(page))
    kept = Page.objects.child_of(home).filter(pk__in=[first.pk, second.pk, third.pk])
    assert list(kept.order_by("path").values_list("pk", flat=True)) == [
        first.pk,
        second.pk,
        third.pk,
    ]


def test_two_pages_of_one_address_wait_side_by_side(home):
    for _ in range(2):
        throw_away(factories.StandardPageFactory(slug="contact"))
    assert bin_node().get_children().count() == 2


def test_an_address_taken_meanwhile_gets_a_number_in_the_versions_too(client, home):
    page = factories.StandardPageFactory(slug="contact")
    page.save_revision().publish()
    thrown = throw_away(page)
    factories.StandardPageFactory(slug="contact")
    back = restore(thrown)
    assert back.slug == "contact-2"
    back.get_latest_revision().publish()
    assert client.get("/contact-2/").status_code == 200


def test_a_schedule_waits_in_the_bin_and_acts_once_the_page_is_back(home):
    page = factories.StandardPageFactory(live=False)
    hour_ago = timezone.now() - datetime.timedelta(hours=1)
    page.save_revision(approved_go_live_at=hour_ago)
    thrown = throw_away(page)
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=page.pk).live
    restore(thrown)
    call_command("publish_scheduled")
    assert Page.objects.get(pk=page.pk).live


def test_what_waits_for_a_moderator_waits_no_more(home, editor):
    page = factories.StandardPageFactory(live=False)
    page.save_revision(user=editor)
    Workflow.objects.first().start(page, editor)
    throw_away(page, editor)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED


def test_who_listens_to_publications_is_told(home):
    page = factories.StandardPageFactory()
    told = []

    def listen(sender, instance, signal, **kwargs):
        told.append((signal, instance.live))

    page_unpublished.connect(listen)
    page_published.connect(listen)
    restore(throw_away(page))
    page_unpublished.disconnect(listen)
    page_published.disconnect(listen)
    assert told == [(page_unpublished, False), (page_published, True)]


def test_the_history_of_the_page_says_it(home, editor):
    page = factories.StandardPageFactory()
    restore(throw_away(page, editor), editor)
    said = PageLogEntry.objects.filter(page=page.pk, action__startswith="hub.trash")
    assert sorted(said.values_list("action", "user")) == [
        ("hub.trash.restore", editor.pk),
        ("hub.trash.throw", editor.pk),
    ]


def test_a_list_that_holds_pages_stays(home):
    fiche = factories.InitiativePageFactory()
    index = fiche.get_parent()
    with pytest.raises(KeptError, match="c’est une liste, qui contient 1 page"):
        throw_away(index)
    throw_away(fiche)
    assert is_binned(throw_away(Page.objects.get(pk=index.pk)).page)


def test_the_home_page_of_the_site_stays(home):
    with pytest.raises(KeptError, match="la page d’accueil du site"):
        throw_away(home)


def test_a_failure_on_the_way_leaves_the_page_where_it_was(home, monkeypatch):
    page = factories.StandardPageFactory()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("hub.editing.trash.keeping.log", fail)
    with pytest.raises(RuntimeError):
        throw_away(page)
    page.refresh_from_db()
    assert (page.live, is_binned(page), TrashedPage.objects.count()) == (True, False, 0)


def test_a_page_whose_place_is_gone_too_asks_for_another(event):
    report = event.get_children().get(title="Publié")
    thrown = throw_away(report)
    throw_away(event)
    other = factories.EventPageFactory()
    with pytest.raises(KeptError, match="choisissez où remettre"):
        restore(TrashedPage.objects.get(pk=thrown.pk))
    with pytest.raises(KeptError, match="ne peut pas se trouver à cet endroit"):
        restore(thrown, parent=factories.StandardPageFactory())
    assert restore(thrown, parent=other).get_parent().pk == other.pk


def throw_away_long_ago(page):
    thrown = throw_away(page)
    TrashedPage.objects.update(thrown_at=timezone.now() - datetime.timedelta(days=31))
    return thrown


def test_after_thirty_days_a_page_is_deleted_with_its_versions(event, capsys):
    report = event.get_children().get(title="Publié")
    report.specific.save_revision()
    throw_away_long_ago(event)
    throw_away(factories.StandardPageFactory())
    call_command("empty_trash")
    assert capsys.readouterr().out == "Pages supprimées définitivement : 1\n"
    assert not Page.objects.filter(pk__in=[event.pk, report.pk]).exists()
    assert not Revision.objects.filter(object_id=str(report.pk)).exists()
    assert TrashedPage.objects.count() == 1


def test_a_page_that_something_needs_is_not_deleted_and_stops_no_other(home):
    needed = factories.PrizeResultFactory().initiative
    throw_away(needed)
    other = factories.StandardPageFactory()
    throw_away_long_ago(other)
    deleted, (sentence,) = delete_what_is_over()
    assert deleted == 1
    assert needed.title in sentence
    assert InitiativePage.objects.filter(pk=needed.pk).exists()


def test_publishing_in_the_bin_is_no_failure(home):
    page = factories.StandardPageFactory(live=False)
    page.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(days=1))
    throw_away(page)
    try:
        call_command("publish_scheduled")
    except CommandError as error:
        pytest.fail(str(error))
