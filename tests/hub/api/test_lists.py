"""The lists of pages, and each of their pages."""

import datetime
import uuid
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pydantic import TypeAdapter

from hub.content.api.fields import partial
from hub.content.api.registry import resources
from initiatives.models import InitiativePage
from tests.factories import ImageFactory, InitiativePageFactory, TermFactory
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db


def test_every_page_is_what_its_schema_says_alone_and_in_lists(site, ask):
    bare = ask("/pages", limit=100)["items"]
    full = ask("/pages", limit=100, fields="type,title,body,image,parent,summary")["items"]
    assert {one["type"] for one in bare} >= set(site)
    declared = {one.name: one.schema for one in resources()}
    for item, more in zip(bare, full, strict=True):
        schema = declared[item["type"]]
        TypeAdapter(partial(schema)).validate_python(item)
        TypeAdapter(partial(schema)).validate_python(more)
        alone = ask(f"/pages/{item['id']}")
        TypeAdapter(schema).validate_python(alone)
        assert item.keys() | {"body"} <= alone.keys() | {"body"} <= set(schema.__annotations__)
        assert "body" not in item


def test_a_fiche_gives_what_its_page_shows(site, ask):
    fiche = site["initiative"]
    [item] = ask("/initiatives")["items"]
    alone = ask(f"/initiatives/{fiche.uid}")
    assert alone["title"] == "Les Délices bleus"
    assert alone["place"]["commune"]["code"] == "39198"
    assert alone["place"]["departement"] == {"code": "39", "label": "Jura"}
    assert alone["place"]["point"]["precision"]["code"] == "commune"
    assert alone["characterisation"][0]["term"]["code"] == "temps-de-travail"
    assert alone["contact"]["name"] == fiche.contact.name
    assert alone["prizes"][0]["year"] == 2022
    assert alone["last_verified"] == alone["verifications"][0]["verified_on"]
    assert alone["parent"]["type"] == "liste-initiatives"
    assert [one["type"] for one in alone["mentioned_in"]] == ["laureat"]
    assert alone["image"]["renditions"]
    assert item == {key: alone[key] for key in item}


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_a_hidden_page_is_in_no_list_and_has_no_address(home, ask, hide):
    page = InitiativePageFactory(title="Cachée")
    hide(page)
    for name in ("initiatives", "pages"):
        assert str(page.uid) not in str(ask(f"/{name}"))
        assert ask(f"/{name}/{page.uid}", status=404)["status"] == 404


def test_a_page_is_not_found_in_another_collection(site, ask):
    ask(f"/videos/{site['initiative'].uid}", status=404)
    ask(f"/initiatives/{uuid.uuid4()}", status=404)


def followed(client, address):
    """The identifiers of a list, and how many it says, part by part."""
    seen, totals = [], set()
    while address:
        answer = client.get(address).json()
        totals.add(answer["total"])
        seen += [one["id"] for one in answer["items"]]
        address = answer["next"]
    return seen, totals


def test_a_list_is_followed_to_its_end_each_page_once(home, client):
    made = {str(InitiativePageFactory().uid) for _ in range(5)}
    seen, totals = followed(client, "/api/v1/initiatives?limit=2")
    assert totals == {5}
    assert len(seen) == 5
    assert set(seen) == made


def test_a_list_begins_in_the_order_of_its_rest_pages_of_one_moment_and_undated_ones_too(
    home, client
):
    pages = [published(1), *(InitiativePageFactory() for _ in range(5))]
    moment = timezone.now()
    keys = [page.pk for page in pages]
    InitiativePage.objects.filter(pk__in=keys[1:4]).update(first_published_at=moment)
    InitiativePage.objects.filter(pk__in=keys[4:]).update(first_published_at=None)
    at_once, _ = followed(client, "/api/v1/initiatives?limit=100")
    assert at_once == followed(client, "/api/v1/initiatives?limit=1")[0]
    uids = [str(page.uid) for page in pages]
    assert at_once == [*sorted(uids[1:4]), uids[0], *sorted(uids[4:])]


def published(days_ago):
    page, now = InitiativePageFactory(), timezone.now()
    moment = now - datetime.timedelta(days=days_ago)
    InitiativePage.objects.filter(pk=page.pk).update(first_published_at=moment)
    return page


def test_what_is_published_meanwhile_moves_no_page_of_the_rest(home, client):
    first, last = published(2), published(1)
    answer = client.get("/api/v1/initiatives?limit=1").json()
    published(0)
    rest = client.get(answer["next"]).json()["items"]
    assert [answer["items"][0]["id"], rest[0]["id"]] == [str(last.uid), str(first.uid)]


def test_fields_choose_what_is_given(site, ask):
    [item] = ask("/initiatives", fields="title,year")["items"]
    assert set(item) == {"id", "title", "year"}
    problem = ask("/initiatives", status=400, fields="title,password")
    assert "password" in problem["detail"]
    assert "quoted_title" in problem["detail"]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"limit": "beaucoup"}, "n’est pas un nombre entier"),
        ({"limit": "0"}, "1 au moins"),
        ({"limit": "101"}, "100 au plus"),
        ({"limit": "9" * 5000}, "trop"),
        ({"after": "x"}, "suivez l’adresse"),
        ({"after": "WyJwIiwieCIsInkiXQ"}, "suivez l’adresse"),
        ({"updated_since": "hier"}, "n’est pas une date"),
        ({"updated_since": "0001-01-01T00:00:00+14:00"}, "n’est pas une date"),
        ({"updated_since": "9" * 30}, "n’est pas une date"),
        ({"offset": "20"}, "n’est pas un paramètre"),
        ({"fields": "\0"}, "caractère nul"),
        ({"theme": "\0"}, "caractère nul"),
        ({"departement": "99"}, "99"),
        ({"bbox": "1,2"}, "1,2"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_refused_and_named(
    home, search_index, ask, parameters, said
):
    search_index()
    [name] = parameters
    problem = ask("/initiatives", status=400, **parameters)
    [error] = problem["errors"]
    assert error["parameter"] == name
    assert said in error["detail"]
    assert {"limit", "after", "fields", "theme"} <= set(problem["known"])


def test_a_list_is_narrowed_by_the_parameters_of_the_pages(home, search_index, client, ask):
    term = TermFactory(name="Temps de travail", slug="temps-de-travail")
    kept = {str(InitiativePageFactory(terms=[term]).uid) for _ in range(3)}
    InitiativePageFactory()
    search_index()
    first = ask("/initiatives", theme="temps-de-travail", limit=2, fields="title")
    rest = client.get(first["next"]).json()
    assert first["total"] == 3
    assert {one["id"] for one in first["items"] + rest["items"]} == kept
    assert rest["next"] is None


def test_a_search_and_a_synchronisation_are_two_questions(home, ask):
    problem = ask("/initiatives", status=400, q="crèche", updated_since="2026-01-01")
    assert problem["errors"][0]["parameter"] == "updated_since"


def full_fiches(number):
    for _ in range(number):
        made = InitiativePageFactory(
            picture=ImageFactory(), logo=ImageFactory(), terms=[TermFactory()]
        )
        made.tags.add("essai")
        made.save_revision().publish()


def test_a_list_costs_few_queries_whatever_its_length(home, client, monkeypatch):
    monkeypatch.setattr("hub.content.memory.connection", SimpleNamespace(in_atomic_block=False))

    def cost(limit):
        address = f"/api/v1/initiatives?limit={limit}"
        for _ in range(2):  # sizes of pictures are made once; order, terms and parents are kept
            client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert len(client.get(address).json()["items"]) == limit
        return len(asked)

    full_fiches(6)
    assert cost(2) == cost(6) <= 8
