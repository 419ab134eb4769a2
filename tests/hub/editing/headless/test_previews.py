"""Drafts go to the front end under a token of a quarter of an hour, and no other way."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import BadSignature
from django.urls import reverse
from django.utils import timezone

from hub.editing.headless.models import VALID_FOR, OverError, PreviewedDraft
from hub.editing.sharing.models import PreviewLink
from hub.editing.trash.keeping import throw_away
from initiatives.models import InitiativePage
from tests import factories
from tests.admin_forms import filled

pytestmark = pytest.mark.django_db
THERE = "https://www.example.org"


@pytest.fixture
def draft(home):
    page = factories.InitiativePageFactory(title="Publiée")
    page.title = "En brouillon"
    page.save_revision()
    return page


@pytest.fixture
def front_end(settings, client, editor):
    settings.HUB_HEADLESS_URL = THERE
    client.force_login(editor)


def token_of(response):
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    address = urlsplit(response["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{THERE}/"
    return parse_qs(address.query)["apercu"][0]


def view_draft(client, page):
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))


def later(monkeypatch, wait):
    now = timezone.now() + wait
    monkeypatch.setattr("django.core.signing.time.time", now.timestamp)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def test_the_draft_of_a_page_opens_with_its_token(client, draft, front_end):
    token = token_of(view_draft(client, draft))
    assert PreviewedDraft.opened_by(token).title == "En brouillon"


def test_the_panel_shows_what_is_typed_before_it_is_saved(client, draft, front_end):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    form = filled(client, reverse("wagtailadmin_pages:edit", args=[draft.pk]), InitiativePage)
    form["title"] = "En train d’écrire"
    kind = "application/x-www-form-urlencoded"
    assert client.post(address, form.urlencode(), content_type=kind).json()["is_valid"]
    shown = PreviewedDraft.opened_by(token_of(client.get(f"{address}?in_preview_panel=true")))
    assert (shown.pk, shown.title) == (draft.pk, "En train d’écrire")
    assert InitiativePage.objects.get(pk=draft.pk).title == "Publiée"


def test_a_page_that_is_not_saved_yet_is_shown_too(client, home, editor):
    page = InitiativePage(title="Nouvelle", slug="nouvelle")
    index = factories.InitiativeIndexPageFactory()
    page.path, page.depth = f"{index.path}0001", index.depth + 1
    page.set_url_path(index)
    tokens = {PreviewedDraft.keep(page, editor) for _ in range(2)}
    shown = [PreviewedDraft.opened_by(token) for token in tokens]
    assert {(one.pk, one.title, one.url) for one in shown} == {
        (None, "Nouvelle", "/initiatives/nouvelle/")
    }
    assert PreviewedDraft.objects.count() == 1


def test_a_token_that_was_not_given_opens_nothing(draft, editor):
    token = PreviewedDraft.keep(draft, editor)
    for forged in ("", "a:b:c", token[:-1], token + "x", token.upper(), "é" * 5000, "\0"):
        with pytest.raises(BadSignature):
            PreviewedDraft.opened_by(forged)


def test_it_opens_for_a_quarter_of_an_hour(draft, editor, monkeypatch):
    token = PreviewedDraft.keep(draft, editor)
    later(monkeypatch, VALID_FOR - datetime.timedelta(seconds=5))
    assert PreviewedDraft.opened_by(token).pk == draft.pk
    later(monkeypatch, VALID_FOR + datetime.timedelta(seconds=5))
    with pytest.raises(OverError):
        PreviewedDraft.opened_by(token)


def over_disabled(draft, editor):
    editor.is_active = False
    editor.save()


def over_without_rights(draft, editor):
    editor.is_superuser = False
    editor.save()


ENDS = {
    "account disabled": over_disabled,
    "rights taken": over_without_rights,
    "account deleted": lambda draft, editor: editor.delete(),
    "page deleted": lambda draft, editor: draft.delete(),
    "page binned": lambda draft, editor: throw_away(draft),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_it_ends_with_the_page_and_with_the_rights_of_its_editor(draft, editor, end):
    token = PreviewedDraft.keep(draft, editor)
    end(draft, editor)
    with pytest.raises(OverError):
        PreviewedDraft.opened_by(token)


def test_what_no_token_opens_any_more_is_deleted(draft, editor, monkeypatch):
    PreviewedDraft.keep(draft, editor)
    later(monkeypatch, VALID_FOR * 2)
    PreviewedDraft.keep(factories.StandardPageFactory(), editor)
    assert PreviewedDraft.objects.count() == 1


def test_a_link_shared_with_somebody_without_account_shows_our_own_page(
    client, draft, front_end, editor
):
    _, token = PreviewLink.make(draft, editor, 7, "")
    response = client.get(reverse("shared_preview", args=[token]))
    assert response.status_code == 200
    assert "En brouillon" in response.content.decode()
    assert not PreviewedDraft.objects.exists()


def test_without_a_front_end_our_own_page_is_shown(client, draft, editor):
    client.force_login(editor)
    response = view_draft(client, draft)
    assert response.status_code == 200
    assert "En brouillon" in response.content.decode()
