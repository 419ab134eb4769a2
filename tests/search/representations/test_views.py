"""Results in another form: `/initiatives.geojson` and its like."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from hub.plugins.testing import using_plugin
from search.engines.contract import EngineDownError
from search.representations import selection
from tests.factories import (
    InitiativeIndexPageFactory,
    InitiativePageFactory,
    TermFactory,
    VideoPageFactory,
)
from tests.hidings import HIDINGS
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
LIST = "/initiatives.geojson"


@pytest.fixture
def index(home, search_index):
    """The list of fiches, and what takes them in."""
    return InitiativeIndexPageFactory(title="Initiatives")


@pytest.fixture
def fiche(index, search_index):
    """A fiche with a theme, at its commune."""
    made = InitiativePageFactory(
        title="La crèche",
        commune_code="39198",
        terms=[TermFactory(name="Temps de travail")],
    )
    search_index()
    return made


def body_of(response):
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def features(client, address=LIST, **parameters):
    return json.loads(body_of(client.get(address, parameters)))["features"]


def test_the_results_are_a_collection_of_features_with_what_an_editor_published(client, fiche):
    response = client.get(LIST, {"q": "crèche"})
    assert response.headers["Content-Type"] == "application/geo+json"
    assert response.headers["Content-Disposition"] == 'inline; filename="initiatives.geojson"'
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    found = json.loads(body_of(response))
    [feature] = found.pop("features")
    assert found == {
        "type": "FeatureCollection",
        "titre": "Initiatives",
        "adresse": "http://localhost/initiatives/?q=cr%C3%A8che",
        "licence": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        "attribution": found["attribution"],
        "total": 1,
        "complet": True,
    }
    assert feature["geometry"] == {
        "type": "Point",
        "coordinates": [float(fiche.longitude), float(fiche.latitude)],
    }
    assert feature["properties"] == {
        "identifiant": str(fiche.uid),
        "titre": "La crèche",
        "adresse": fiche.full_url,
        "commune": "Dole",
        "code_insee": "39198",
        "departement": "Jura",
        "code_departement": "39",
        "epci": fiche.epci_label,
        "code_epci": fiche.epci,
        "precision": "commune",
        "themes": ["Temps de travail"],
        "mise_a_jour": feature["properties"]["mise_a_jour"],
    }


def test_each_list_has_its_own_address_and_other_types_are_left_out(client, fiche, search_index):
    VideoPageFactory(title="La crèche en vidéo")
    search_index()
    for address in (LIST, "/carte.geojson", "/recherche.geojson"):
        assert [one["id"] for one in features(client, address)] == [str(fiche.uid)]
    assert features(client, "/recherche.geojson", type="video") == []


def test_what_has_no_place_has_no_geometry_and_the_order_is_that_of_the_list(
    client, fiche, search_index
):
    InitiativePageFactory(title="Atelier", commune_code="")
    search_index()
    found = features(client, tri="nom")
    assert [one["properties"]["titre"] for one in found] == ["Atelier", "La crèche"]
    assert found[0]["geometry"] is None


@pytest.mark.parametrize("hiding", HIDINGS)
def test_what_is_hidden_since_the_index_was_written_is_in_no_form(client, fiche, hiding):
    HIDINGS[hiding](fiche)
    assert features(client, "/carte.geojson") == []


def test_a_hidden_list_has_no_other_form(client, fiche, index):
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert client.get(LIST).status_code == 404


@pytest.mark.parametrize("address", ["/videos.geojson", "/plan-du-site.geojson", "/x/y.geojson"])
def test_what_is_no_list_has_no_other_form(client, fiche, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_what_cannot_be_read_is_refused_with_a_reason_for_each(client, fiche):
    answer = client.get(LIST, {"departement": "99", "bbox": "1,2"})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    problem = answer.json()
    assert [one["parameter"] for one in problem["errors"]] == ["departement", "bbox"]
    assert "n’est pas un choix de « Département »" in problem["detail"]


def test_without_an_engine_it_is_to_be_asked_again(client, fiche, monkeypatch):
    def down(*args):
        raise EngineDownError("down")

    monkeypatch.setattr("search.engines.memory.MemoryEngine.msearch", down)
    answer = client.get(LIST)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")


def test_head_says_the_same_without_a_body(client, fiche):
    answer = client.head(LIST)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "application/geo+json"
    assert client.post(LIST).status_code == 405


def test_beyond_the_cap_the_first_ones_come_and_it_is_said(
    client, fiche, search_index, monkeypatch
):
    InitiativePageFactory.create_batch(2)
    search_index()
    monkeypatch.setattr(selection, "MOST", 2)
    found = json.loads(body_of(client.get(LIST)))
    assert (len(found["features"]), found["total"], found["complet"]) == (2, 3, False)


def test_batches_follow_each_other_and_each_costs_the_same(
    client, fiche, search_index, monkeypatch
):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            features(client)
        return len(asked)

    queries()  # the roots of the site are read once for all
    one_batch = queries()
    InitiativePageFactory.create_batch(3)
    search_index()
    assert queries() == one_batch
    monkeypatch.setattr(selection, "BATCH", 2)
    assert len(features(client)) == 4
    assert queries() == one_batch + 2  # the pages and their themes


def test_a_page_of_results_says_where_its_other_forms_are(client, fiche):
    for address in ("/initiatives/", "/carte/", "/recherche/"):
        markup = Markup(client.get(address, {"departement": "39", "page": "1"}).content.decode())
        [link] = markup.all("link", type="application/geo+json")
        assert link["href"] == f"{address.rstrip('/')}.geojson?departement=39"
        assert link["rel"] == "alternate"
        assert markup.all("a", href=link["href"])


def test_a_simplified_answer_and_a_site_without_the_plugin_offer_none(client, fiche, monkeypatch):
    def down(*args):
        raise EngineDownError("down")

    with using_plugin():
        assert "geojson" not in client.get("/initiatives/").content.decode()
        assert client.get(LIST).status_code == 404
    monkeypatch.setattr("search.engines.memory.MemoryEngine.msearch", down)
    assert "geojson" not in client.get("/initiatives/").content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_has_it_already_is_told_so_until_the_content_moves(client, search_index):
    InitiativeIndexPageFactory(title="Initiatives")
    fiche = InitiativePageFactory(title="La crèche")
    search_index()
    for address in (LIST, "/carte/points.json", f"/carte/noms.json?id={fiche.pk}"):
        first = client.get(address)
        assert first.headers["Cache-Control"] == "public, no-cache"
        again = {"HTTP_IF_NONE_MATCH": first.headers["ETag"]}
        same = client.get(address, **again)
        assert (same.status_code, same.headers["ETag"]) == (304, first.headers["ETag"])
        assert same.headers["Access-Control-Allow-Origin"] == "*"
        fiche.save_revision().publish()
        assert client.get(address, **again).status_code == 200
