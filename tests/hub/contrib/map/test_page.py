"""The page of the map, as the server writes it: everything is there without script."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.contract import EngineDownError
from tests.factories import InitiativeIndexPageFactory, InitiativePageFactory
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home, search_index):
    """A list of three fiches: two in the Doubs, one in the Jura."""
    InitiativeIndexPageFactory(title="Initiatives")
    for title, code in (("La crèche", "25056"), ("Le fournil", "25056"), ("Le vélo", "39198")):
        InitiativePageFactory(title=title, commune_code=code)
    search_index()


def page_at(client, address, **headers):
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def areas_of(page):
    static = page.partition('class="map__static"')[2].partition("map__live")[0]
    return {
        one["href"] for one in Markup(static).all("a") if one["href"].startswith("/carte/")
    }, static


def test_each_departement_is_a_filter_with_its_count(client, site):
    addresses, static = areas_of(page_at(client, "/carte/"))
    assert len(addresses) == 8
    assert "/carte/?departement=25" in addresses
    assert "Doubs\xa0: 2 initiatives" in static
    assert "Nièvre\xa0: 0 initiative" in static


def test_a_chosen_departement_is_taken_away_and_others_add_up(client, site):
    addresses, _ = areas_of(page_at(client, "/carte/?q=le&departement=25"))
    assert "/carte/?q=le" in addresses
    assert "/carte/?q=le&departement=25&departement=39" in addresses


def test_the_list_says_what_the_map_shows_and_each_card_names_its_page(client, site):
    page = page_at(client, "/carte/?departement=39")
    assert Markup(page).all("h2", id="resultats")[0]["data-total"] == "1"
    [card] = [one for one in Markup(page).all("li") if "data-page" in one]
    answer = client.get("/carte/points.json?departement=39").json()
    assert answer["id"] == [int(card["data-page"])]


def test_the_list_and_the_map_lead_to_each_other_with_the_same_search(client, site):
    for address in ("/carte/?departement=25", "/initiatives/?departement=25"):
        page = page_at(client, address)
        assert Markup(page).all("a", href="/initiatives/?departement=25")
        [current] = [one for one in Markup(page).all("a") if one.get("aria-current") == "page"
                     and "departement" in one["href"]]  # fmt: skip
        assert current["href"] == address


def test_a_change_replaces_the_results_and_the_counts_of_the_departements(client, site):
    page = page_at(client, "/carte/?q=fournil", HTTP_HX_REQUEST="true")
    assert "<h1>" not in page
    [static] = Markup(page).all("div", id="carte-departements")
    assert static["data-hx-swap-oob"] == "true"


def test_without_an_engine_the_list_stands_and_nothing_is_counted(client, site, monkeypatch):
    def down(*args):
        raise EngineDownError("down")

    monkeypatch.setattr("search.engines.memory.MemoryEngine.msearch", down)
    page = page_at(client, "/carte/")
    assert "Recherche simplifiée" in page
    assert areas_of(page)[0] == set()


def test_the_sitemap_and_the_plan_list_it(client, site):
    assert "/carte/</loc>" in client.get("/sitemap-modules.xml").content.decode()
    assert 'href="/carte/"' in page_at(client, "/plan-du-site/")


def test_the_number_of_queries_does_not_depend_on_the_number_of_fiches(client, site, search_index):
    page_at(client, "/carte/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        page_at(client, "/carte/")
    for _ in range(4):
        InitiativePageFactory(commune_code="25056")
    search_index()
    with CaptureQueriesContext(connection) as many:
        page_at(client, "/carte/")
    assert len(many) == len(few)


def test_tiles_of_another_host_are_allowed_on_this_page_only_and_told(client, site, settings):
    settings.HUB_TILE_URL = "https://tuiles.example.org/{z}/{x}/{y}.png"
    settings.HUB_TILE_ATTRIBUTION = "Plan d’essai"
    response = client.get("/carte/")
    assert "img-src 'self' data: https://tuiles.example.org" in response["Content-Security-Policy"]
    assert "tuiles.example.org" not in client.get("/initiatives/")["Content-Security-Policy"]
    page = response.content.decode()
    assert 'data-tiles="https://tuiles.example.org/{z}/{x}/{y}.png"' in page
    assert "Plan d’essai. Ses images sont demandées à son éditeur" in page
