"""A page that moves or changes its address is still found, and nothing hidden is told."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from hub.editing.trash.keeping import restore, throw_away
from tests.factories import (
    EventIndexPageFactory,
    EventPageFactory,
    EventReportPageFactory,
    EventSeriesPageFactory,
    InitiativePageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db


def published(page, **changes):
    """Change a page as its editor does."""
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def renamed(home, client, django_capture_on_commit_callbacks):
    """A page that was at /avant/ and is at /apres/."""
    page = StandardPageFactory(slug="avant")
    page.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        return published(page, slug="apres")


def test_an_old_address_leads_to_the_page(client, renamed):
    answer = client.get("/avant/?de=lettre")
    assert (answer.status_code, answer["Location"]) == (301, "/apres/")


def test_a_second_change_makes_no_chain(client, renamed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        published(renamed, slug="encore")
    for old in ("/avant/", "/apres/"):
        assert client.get(old)["Location"] == "/encore/"


def test_a_page_that_takes_its_address_back_makes_no_loop(
    client, renamed, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        published(renamed, slug="avant")
    assert client.get("/avant/").status_code == 200
    assert client.get("/apres/")["Location"] == "/avant/"
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/apres"]


def test_a_new_page_at_an_old_address_is_not_hidden(client, renamed):
    StandardPageFactory(slug="avant", title="Une autre page")
    answer = client.get("/avant/")
    assert answer.status_code == 200
    assert "Une autre page" in answer.content.decode()


def test_a_move_leads_to_the_page_and_to_all_that_is_below(client, home):
    series, index = EventSeriesPageFactory(slug="tour"), EventIndexPageFactory()
    event = EventPageFactory(parent=index, slug="rencontre")
    report = EventReportPageFactory(parent=event, slug="bilan")
    old, older = event.url, report.url
    event.move(series, pos="last-child")
    assert client.get(old)["Location"] == "/".join([series.url.rstrip("/"), "rencontre", ""])
    assert client.get(older)["Location"].endswith("/tour/rencontre/bilan/")
    event.refresh_from_db()
    event.move(index, pos="last-child")
    assert client.get(old).status_code == client.get(older).status_code == 200
    assert not Redirect.objects.filter(old_path__in=[old.rstrip("/"), older.rstrip("/")]).exists()


def test_an_address_written_by_hand_is_kept(client, home):
    Redirect.add_redirect("/vieux", redirect_to="/ailleurs/")
    page = StandardPageFactory(slug="neuf")
    page.move(home, pos="first-child")
    assert client.get("/vieux/")["Location"] == "/ailleurs/"


def test_an_old_address_does_not_tell_of_a_draft(client, renamed):
    renamed.unpublish()
    answer = client.get("/avant/")
    assert answer.status_code == 404
    assert "apres" not in answer.content.decode()


def test_an_old_address_does_not_tell_of_an_expired_page(client, renamed):
    past = timezone.now() - datetime.timedelta(minutes=1)
    type(renamed).objects.filter(pk=renamed.pk).update(expire_at=past)
    assert client.get("/avant/").status_code == 404


def test_an_old_address_does_not_tell_of_a_private_page_but_to_who_may_read_it(
    client, renamed, editor
):
    PageViewRestriction.objects.create(page=renamed, restriction_type="login")
    assert client.get("/avant/").status_code == 404
    assert not Session.objects.exists()
    client.force_login(editor)
    assert client.get("/avant/")["Location"] == "/apres/"


def test_the_old_address_of_a_deleted_page_answers_once_the_page_is_back(client, renamed):
    thrown = throw_away(renamed)
    assert client.get("/avant/").status_code == 404
    assert client.get("/apres/").status_code == 404
    restore(thrown)
    assert client.get("/avant/")["Location"] == "/apres/"


@pytest.mark.parametrize("path", ["/%00/", "/" + "a" * 3000 + "/", "/%ff%fe/", "/;a/"])
def test_an_address_that_makes_no_sense_is_not_found(client, home, path):
    assert client.get(path).status_code == 404


def test_a_fiche_that_moves_keeps_its_old_addresses_through_the_bin(client, home):
    fiche = InitiativePageFactory(slug="atelier")
    url = fiche.url
    restore(throw_away(fiche))
    assert client.get(url).status_code == 200
    assert not Redirect.objects.exists()
