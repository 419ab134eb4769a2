"""The door to a subject leads to the search of all that touches it."""

import pytest

from tests.factories import InitiativePageFactory, TermFactory, ThemePageFactory

pytestmark = pytest.mark.django_db


def test_a_door_leads_to_the_search_of_its_theme(client):
    term = TermFactory(slug="semaine")
    InitiativePageFactory(terms=[term])
    door = ThemePageFactory(term=term)

    page = client.get(door.url).content.decode()

    assert 'href="/recherche/?theme=semaine"' in page
    assert client.get("/recherche/?theme=semaine").status_code == 200


def test_a_door_without_a_theme_leads_to_no_search(client):
    door = ThemePageFactory()

    assert door.search_address == ""
    assert "touche à ce thème" not in client.get(door.url).content.decode()
