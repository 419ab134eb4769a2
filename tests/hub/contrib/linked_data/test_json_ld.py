"""Lists as linked data: `/initiatives.jsonld?…`."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import EventOrganisation, InitiativeOrganisation
from tests.factories import (
    EventPageFactory,
    InitiativePageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    PublicationPageFactory,
    TermFactory,
    VerificationFactory,
)
from tests.judges.schema_org import unknown_to_schema_org

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    """Make a fiche and an event with all that their items say."""

    def make():
        fiche = InitiativePageFactory(
            commune_code="39198", terms=[TermFactory()], website="https://example.org"
        )
        event = EventPageFactory(commune_code="25056")
        carrier = OrganisationFactory()
        InitiativeOrganisation.objects.create(page=fiche, organisation=carrier, role="porteur")
        EventOrganisation.objects.create(page=event, organisation=carrier, role="organisateur")
        PrizeResultFactory(initiative=fiche)
        VerificationFactory(initiative=fiche)
        return fiche, event

    return make


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response.headers["Content-Type"] == "application/ld+json"
    data = json.loads(b"".join(response.streaming_content))
    assert unknown_to_schema_org(data) == []
    return data


def test_a_list_holds_its_items_with_all_that_they_say(client, home, search_index, full):
    fiche, event = full()
    publication = PublicationPageFactory(title="Carnet")
    search_index()
    data = read(client, "/recherche.jsonld")
    assert (data["@type"], data["name"]) == ("CollectionPage", "Recherche")
    assert data["mainEntity"]["numberOfItems"] == 3
    items = {one["url"]: one["item"] for one in data["mainEntity"]["itemListElement"]}
    assert items.keys() == {fiche.full_url, event.full_url, publication.full_url}
    project = items[fiche.full_url]
    assert (project["@type"], project["@id"]) == ("Project", f"urn:uuid:{fiche.uid}")
    assert project["mainEntityOfPage"] == fiche.full_url
    assert project["url"] == "https://example.org"
    assert project["award"] == ["Lauréate 2022"]
    assert (items[event.full_url]["@type"], items[event.full_url]["startDate"]) == (
        "Event",
        "2023-09-26",
    )
    assert items[publication.full_url]["@type"] == "Report"


def test_the_filters_are_those_of_the_list(client, home, search_index, full):
    fiche, _ = full()
    InitiativePageFactory()
    search_index()
    data = read(client, "/initiatives.jsonld?departement=39")
    assert data["url"] == "http://localhost/initiatives/?departement=39"
    [item] = data["mainEntity"]["itemListElement"]
    assert item["item"]["name"] == fiche.title
    assert read(client, "/initiatives.jsonld?q=xylophone")["mainEntity"]["itemListElement"] == []


def test_as_many_questions_for_many_items_as_for_two(client, home, search_index, full):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            read(client, "/recherche.jsonld")
        return len(queries)

    full()
    search_index()
    asked()
    few = asked()
    for _ in range(3):
        full()
    search_index()
    assert asked() == few
