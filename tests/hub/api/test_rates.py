"""How much one visitor may ask of the API."""

import re

import pytest
from django.core.cache import caches
from django.urls import reverse
from wagtail.models import APIToken

from hub.api import rates
from hub.editing.lockout import address_of

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/territoires"


@pytest.fixture(autouse=True)
def little(monkeypatch, home):
    """Three requests, five with a key; in one window, counted from nothing."""
    caches["rates"].clear()
    monkeypatch.setattr(rates, "ANONYMOUS", 3)
    monkeypatch.setattr(rates, "WITH_KEY", 5)
    monkeypatch.setattr(rates.time, "time", lambda: 600_000_000.0)


def test_a_site_of_two_thousand_pages_is_built_at_once_without_key():
    assert rates.WINDOW == 300
    assert Limits.anonymous >= 2_000 * 1.2  # with its lists, searches and pictures' look-ups
    assert Limits.with_key > Limits.anonymous


class Limits:
    anonymous, with_key = rates.ANONYMOUS, rates.WITH_KEY


def test_who_asks_too_much_is_told_when_to_come_back(client):
    left = [client.get(ADDRESS)["RateLimit-Remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    response = client.get(ADDRESS)
    assert response.status_code == 429
    assert response.json()["status"] == 429
    assert response["Retry-After"] == response["RateLimit-Reset"] == "300"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_another_visitor_and_another_window_begin_anew(client, monkeypatch):
    for _ in range(4):
        client.get(ADDRESS)
    assert client.get(ADDRESS, REMOTE_ADDR="203.0.113.9").status_code == 200
    monkeypatch.setattr(rates.time, "time", lambda: 600_000_300.0)
    assert client.get(ADDRESS).status_code == 200


def test_no_address_is_kept(client, rf):
    client.get(ADDRESS, REMOTE_ADDR="203.0.113.9")
    kept = str(caches["rates"]._cache)
    assert "203.0.113.9" not in kept
    assert address_of(rf.get("/", REMOTE_ADDR="203.0.113.9")) in kept


def test_a_key_raises_the_limit_until_it_is_revoked(client, editor):
    token, key = APIToken.create_token(user=editor, name="Site partenaire")
    asked = [
        client.get(ADDRESS, headers={"authorization": f"Bearer {key}"}).status_code
        for _ in range(6)
    ]
    assert asked == [200] * 5 + [429]
    token.revoke()
    response = client.get(ADDRESS, headers={"authorization": f"Bearer {key}"})
    assert response.status_code == 401
    assert "clé" in response.json()["title"]


@pytest.mark.parametrize("given", ["Bearer x", "Basic eDp5", "Bearer", "\u00e9"])
def test_a_key_that_does_not_exist_is_told(client, given):
    assert client.get(ADDRESS, HTTP_AUTHORIZATION=given).status_code == 401


def test_a_key_is_made_and_revoked_in_the_admin(client, editor):
    client.force_login(editor)
    address = reverse("wagtailusers_api_tokens:add")
    made = client.post(address, {"name": "Site partenaire", "user": editor.pk})
    [key] = re.findall(r"wagtail_\w{20,}", made.content.decode())[:1]
    headers = {"authorization": f"Bearer {key}"}
    assert client.get(ADDRESS, headers=headers)["RateLimit-Limit"] == "5"
    token = APIToken.objects.get()
    assert (
        "Site partenaire" in client.get(reverse("wagtailusers_api_tokens:index")).content.decode()
    )
    client.post(reverse("wagtailusers_api_tokens:delete", args=[token.pk]))
    assert client.get(ADDRESS, headers=headers).status_code == 401
