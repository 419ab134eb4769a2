"""Organisations, vocabularies, territories, the search and its suggestions."""

import pytest
from pydantic import TypeAdapter

from initiatives.api.organisations import OrganisationsJson
from initiatives.api.territories import TerritoriesJson, TerritoryCommunesJson
from initiatives.api.vocabularies import SchemesJson, SchemeTermsJson
from initiatives.models import InitiativeOrganisation, OrganisationRole
from search.api.schemas import search_schema
from search.engines.contract import EngineDownError
from tests.factories import (
    ContactPersonFactory,
    InitiativePageFactory,
    OrganisationFactory,
    TermFactory,
    VideoPageFactory,
)
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db


def test_organisations_are_followed_by_name(home, client, ask):
    made = {OrganisationFactory(name=name).name for name in ("Zest", "Atelier", "Moulin")}
    first = ask("/organisations", limit=2)
    TypeAdapter(OrganisationsJson).validate_python(first)
    rest = client.get(first["next"]).json()
    names = [one["name"] for one in first["items"] + rest["items"]]
    assert names == sorted(made)
    assert rest["next"] is None
    one = first["items"][0]
    assert ask(f"/organisations/{one['id']}") == one


def test_an_organisation_says_what_its_page_does(home, ask):
    made = OrganisationFactory(name="Atelier", is_esus=True, economy="ess")
    one = ask(f"/organisations/{made.uid}")
    assert one["labels"] == [{"code": "esus", "label": "agréée ESUS"}]
    assert one["economy"]["code"] == "ess"
    assert one["path"] == made.get_absolute_url()


@pytest.mark.parametrize("field", [{"is_public": False}, {"consent_given_on": None}])
def test_a_person_without_consent_is_given_nowhere(home, ask, field):
    person = ContactPersonFactory(name="Personne discrète", **field)
    fiche = InitiativePageFactory(contact=person)
    InitiativeOrganisation.objects.create(
        page=fiche,
        organisation=OrganisationFactory(),
        role=OrganisationRole.CARRIER,
        contact=person,
    )
    assert "discrète" not in str(ask(f"/initiatives/{fiche.uid}"))
    assert "discrète" not in str(ask("/initiatives"))


def test_vocabularies_have_their_terms_under_stable_identifiers(home, ask):
    term = TermFactory(name="Temps de travail", slug="temps-de-travail")
    TypeAdapter(SchemesJson).validate_python(ask("/vocabulaires"))
    found = ask("/vocabulaires/theme")
    TypeAdapter(SchemeTermsJson).validate_python(found)
    [one] = [one for one in found["terms"] if one["code"] == "temps-de-travail"]
    assert one["id"] == str(term.uid)
    ask("/vocabulaires/inconnu", status=404)


def test_territories_have_their_communes(home, ask):
    TypeAdapter(TerritoriesJson).validate_python(ask("/territoires"))
    found = ask("/territoires/21")
    TypeAdapter(TerritoryCommunesJson).validate_python(found)
    assert found["kind"]["code"] == "departement"
    assert "21231" in {one["code"] for one in found["communes"]}
    ask("/territoires/99", status=404)


@pytest.fixture
def searched(home, search_index):
    """Two fiches and a video that a search finds."""
    term = TermFactory(name="Temps de travail", slug="temps-de-travail")
    InitiativePageFactory(title="La crèche du soir", terms=[term])
    InitiativePageFactory(title="La crèche de l’aube")
    VideoPageFactory(title="La crèche en images")
    search_index()


def test_the_search_gives_pages_facets_and_other_forms(searched, ask):
    found = ask("/recherche", q="crèche")
    TypeAdapter(search_schema()).validate_python(found)
    assert found["total"] == 3
    assert "<mark>" in found["items"][0]["highlight"]["title"]
    facets = {one["name"]: one for one in found["facets"]}
    types = {one["code"]: one["count"] for one in facets["type"]["choices"]}
    assert types == {"initiative": 2, "video": 1}
    forms = {one["media_type"]: one["url"] for one in found["representations"]}
    assert forms["application/geo+json"].endswith("/recherche.geojson?q=cr%C3%A8che")


def test_the_search_tells_what_it_corrected(searched, ask):
    found = ask("/recherche", q="creehe")
    assert found["done"]["is_corrected"]
    assert found["done"]["words"] == "crèche"


def test_the_search_is_narrowed_and_its_choices_are_told(searched, ask):
    found = ask("/recherche", theme="temps-de-travail")
    assert [one["page"]["title"] for one in found["items"]] == ["La crèche du soir"]
    facets = {one["name"]: one for one in found["facets"]}
    [chosen] = [one for one in facets["theme"]["choices"] if one["is_chosen"]]
    assert chosen["label"] == "Temps de travail"


@pytest.mark.parametrize(
    "parameters", [{"page": "x"}, {"theme": "inconnu"}, {"rayon": "beaucoup"}, {"offset": "1"}]
)
def test_the_search_refuses_what_it_cannot_read(searched, ask, parameters):
    [name] = parameters
    problem = ask("/recherche", status=400, autour="21231", **parameters)
    assert problem["errors"][0]["parameter"] == name


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_the_search_gives_nothing_hidden_even_by_a_late_index(home, search_index, ask, hide):
    page = InitiativePageFactory(title="La crèche cachée")
    search_index()
    hide(page)
    for address in ("/recherche", "/suggestions", "/initiatives"):
        assert str(page.uid) not in str(ask(address, q="crèche"))
        assert "cachée" not in str(ask(address, q="crèche"))


def test_without_its_engine_the_search_says_so_and_nobody_keeps_it(
    searched, client, ask, monkeypatch
):
    def down(*args, **kwargs):
        raise EngineDownError("stopped")

    monkeypatch.setattr("search.searching.Searcher.search", down)
    monkeypatch.setattr("search.searching.Searcher.part", down)
    response = client.get("/api/v1/recherche", {"q": "crèche"})
    assert response.json()["done"]["is_degraded"]
    assert response["Cache-Control"] == "no-store"
    assert ask("/initiatives", status=503, q="crèche")["status"] == 503


def test_suggestions_are_those_of_the_pages(searched, ask):
    found = ask("/suggestions", q="crè")
    labels = {one["label"] for group in found["groups"] for one in group["items"]}
    assert "La crèche du soir" in labels
    ask("/suggestions", status=400, q="x" * 301)
