"""What every address of the API does: who may ask, how, and how long an answer holds."""

import pytest
from django.test.utils import override_script_prefix

from hub.api.api import api
from hub.api.openapi import description, written_description
from tests.factories import InitiativePageFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/initiatives"
NOWHERE = "/api/v1/nulle-part"


@pytest.mark.parametrize("address", [LIST, NOWHERE, f"{LIST}?limit=x", "/api/v1/openapi.json"])
def test_any_site_may_read_answers_and_errors_without_cookie(home, client, address):
    response = client.get(address, headers={"origin": "https://ailleurs.exemple"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize(
    "address", [NOWHERE, f"{LIST}/", f"{LIST}/pas-un-identifiant", f"{LIST}%00"]
)
def test_what_does_not_exist_is_a_problem_in_french(home, client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert "adresse" in response.json()["title"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_is_written(home, client, method):
    response = getattr(client, method)(LIST)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["status"] == 405


def test_a_browser_may_ask_before_it_asks(home, client):
    response = client.options(LIST)
    assert response.status_code == 204
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


def test_head_tells_what_get_would(home, client):
    InitiativePageFactory()
    got, told = client.get(LIST), client.head(LIST)
    assert told.status_code == 200
    assert not told.content
    assert told["Content-Length"] == str(len(got.content))
    assert told["Content-Type"] == got["Content-Type"] == "application/json"


@pytest.mark.parametrize("address", [LIST, "/api/v1/openapi.json"])
def test_an_answer_holds_until_a_write_and_is_not_written_again(
    home, client, monkeypatch, django_assert_max_num_queries, address
):
    monkeypatch.setattr("search.representations.fresh.version_for", lambda request: "1")
    first = client.get(address)
    assert first["Cache-Control"] == "public, no-cache"
    with django_assert_max_num_queries(0):
        again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"
    monkeypatch.setattr("search.representations.fresh.version_for", lambda request: "2")
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_description_is_written_once_and_is_that_of_the_api(home, client, monkeypatch):
    written_description.cache_clear()
    first = client.get("/api/v1/openapi.json")
    assert first["Content-Type"] == "application/json"
    monkeypatch.setattr(api, "get_openapi_schema", None)
    again = client.get("/api/v1/openapi.json", headers={"host": "localhost"})
    monkeypatch.undo()
    assert again.content == first.content
    assert first.json() == description(api)


def test_the_description_follows_where_the_site_is_mounted(home, client):
    with override_script_prefix("/hub/"):
        mounted = client.get("/api/v1/openapi.json").json()
    assert all(path.startswith("/hub/api/v1/") for path in mounted["paths"])
    assert LIST in client.get("/api/v1/openapi.json").json()["paths"]


def test_errors_are_kept_by_nobody(home, client):
    assert client.get(f"{LIST}?limit=x")["Cache-Control"] == "no-store"


def test_the_page_for_developers_has_no_inline_script_and_nothing_from_elsewhere(home, client):
    html = client.get("/api/v1/docs").content.decode()
    assert 'lang="fr"' in html
    assert "http://" not in html.replace("http://testserver", "")
    assert "https://" not in html
    scripts = [one.split(">")[0] for one in html.split("<script")[1:]]
    assert all("src=" in one or "application/json" in one for one in scripts)
