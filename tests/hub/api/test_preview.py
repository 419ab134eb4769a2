"""A draft as JSON: for who has its token, for a quarter of an hour, and never otherwise."""

import json

import pytest

from hub.editing.headless.models import VALID_FOR, PreviewedDraft
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/apercu"


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_draft_of_any_type_is_given_as_its_page_is(home, ask, editor, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 2)
    page = type(page).objects.get(pk=page.pk)
    published = ask("/route", path=page.url)["page"]
    page.title = "Encore en brouillon"
    given = ask("/apercu", token=PreviewedDraft.keep(page, editor))
    assert given.pop("title") == "Encore en brouillon"
    published.pop("title")
    assert given.keys() == published.keys()
    assert {"id", "type", "path", "url"} <= {
        name for name in given if given[name] == published[name]
    }


def test_nobody_keeps_or_indexes_it_and_any_front_end_may_read_it(home, client, editor):
    token = PreviewedDraft.keep(home, editor)
    response = client.get(ADDRESS, {"token": token}, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in response
    assert not response.cookies


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "é", "x" * 400])
def test_a_forged_token_is_refused(home, client, editor, token):
    PreviewedDraft.keep(home, editor)
    response = client.get(ADDRESS, {"token": token})
    assert response.status_code == 403
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert "n’a pas été donné" in json.loads(response.content)["title"]


def test_a_token_that_is_too_old_says_so(home, ask, editor, monkeypatch):
    token = PreviewedDraft.keep(home, editor)
    now = PreviewedDraft.objects.get().made_at + VALID_FOR * 1.1
    monkeypatch.setattr("django.core.signing.time.time", now.timestamp)
    assert "n’est plus valable" in ask("/apercu", 410, token=token)["title"]


def test_without_token_there_is_nothing(home, ask):
    assert ask("/apercu", 400)["errors"][0]["parameter"] == "token"
    assert ask("/apercu", 400, token="x" * 501)["errors"][0]["parameter"] == "token"
