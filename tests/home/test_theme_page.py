"""The door to a subject leads to the search of all that touches it."""

import pytest
from wagtail.models import PageViewRestriction

from initiatives.models import Scheme
from search import searching
from search.engines.contract import EngineDownError
from tests import factories
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


@pytest.fixture
def door(home, search_index):
    return ThemePageFactory(term=TermFactory(scheme=Scheme.THEME, slug="semaine"))


def story_of(term, title):
    fiche = InitiativePageFactory(title=f"Fiche {title[-1]}", terms=[term])
    prize = factories.PrizeResultFactory(initiative=fiche)
    return factories.LaureateStoryPageFactory(title=title, prize_result=prize)


def test_other_pages_of_the_theme_are_answers_to_a_search_and_lead_to_all_of_them(
    client, door, search_index
):
    stories = [story_of(door.term, f"Récit {number}") for number in range(4)]
    PageViewRestriction.objects.create(page=stories[0], restriction_type="login")
    stories[1].unpublish()
    search_index()

    page = client.get(door.url).content.decode()

    also = page.partition("Aussi sur ce thème")[2]
    assert "Récit 2" in also
    assert "Récit 3" in also
    assert "Récit 0" not in page
    assert "Récit 1" not in page

    for number in (4, 5):
        story_of(door.term, f"Récit {number}")
    search_index()
    also = client.get(door.url).content.decode().partition("Aussi sur ce thème")[2]
    assert "Voir les 4\xa0pages" in also
    (address,) = {part.partition('"')[0] for part in also.split('href="') if "type=" in part[:200]}
    found = client.get(address.replace("&amp;", "&")).content.decode()
    assert 'data-total="4"' in found


def test_a_theme_without_other_pages_has_no_such_section(client, door, search_index):
    InitiativePageFactory(terms=[door.term])
    search_index()

    assert "Aussi sur ce thème" not in client.get(door.url).content.decode()


def test_without_an_engine_the_door_shows_the_rest_and_nobody_keeps_it(client, door, monkeypatch):
    InitiativePageFactory(title="La fiche", terms=[door.term])

    def down(bodies):
        raise EngineDownError("gone")

    monkeypatch.setattr(searching.get_engine(), "msearch", down)
    answer = client.get(door.url)

    assert "La fiche" in answer.content.decode()
    assert "ETag" not in answer.headers
