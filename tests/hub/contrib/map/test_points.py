"""The points and the names that the script asks for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.contract import EngineDownError
from tests.factories import InitiativePageFactory
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db
POINTS, NAMES = "/carte/points.json", "/carte/noms.json"
PRECISE = "SRID=4326;POINT(5.041480 47.321470)"


@pytest.fixture
def fiches(search_index):
    """One at an address, one at its commune, one nowhere."""
    made = [
        InitiativePageFactory(title="Le vélo", commune_code="21231", point=PRECISE),
        InitiativePageFactory(title="La crèche", commune_code="39198"),
        InitiativePageFactory(title="L’idée", commune_code=""),
    ]
    search_index()
    return made


def test_points_come_in_columns_in_one_order(client, fiches):
    exact, loose, _ = fiches
    answer = client.get(POINTS)
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "total": 3,
        "placed": 2,
        "id": [exact.pk, loose.pk],
        "lon": [504148, round(float(loose.longitude) * 100_000)],
        "lat": [4732147, round(float(loose.latitude) * 100_000)],
        "exact": "10",
    }


def test_filters_and_words_narrow_and_the_box_the_order_and_the_page_do_not(client, fiches):
    _, loose, _ = fiches
    found = client.get(POINTS, {"departement": "39"}).json()
    assert (found["id"], found["total"], found["placed"]) == ([loose.pk], 1, 1)
    found = client.get(POINTS, {"q": "idée"}).json()
    assert (found["id"], found["total"], found["placed"]) == ([], 1, 0)
    ignored = {"bbox": "5,47,5.1,47.4", "page": "3", "tri": "nom"}
    assert client.get(POINTS, ignored).content == client.get(POINTS).content


@pytest.mark.parametrize("hiding", HIDINGS)
def test_what_is_hidden_has_no_point_and_no_name(client, fiches, hiding):
    _, loose, _ = fiches
    HIDINGS[hiding](loose)
    for query in ({}, {"q": "crèche"}, {"departement": "39"}):
        assert loose.pk not in client.get(POINTS, query).json()["id"]
    assert str(loose.pk) not in client.get(NAMES, {"id": loose.pk}).json()


def test_a_draft_has_no_point_and_no_name(client, search_index):
    draft = InitiativePageFactory(live=False, commune_code="39198")
    search_index()
    assert client.get(POINTS).json()["total"] == 0
    assert client.get(NAMES, {"id": draft.pk}).json() == {}


def test_names_are_those_of_the_fiches_that_there_are(client, fiches):
    _, loose, nowhere = fiches
    answer = client.get(NAMES, {"id": [loose.pk, nowhere.pk, 999_999]}).json()
    assert answer == {
        str(loose.pk): {
            "title": "La crèche",
            "address": loose.get_url(),
            "place": "Dole (Jura)",
            "exact": False,
        },
        str(nowhere.pk): {
            "title": "L’idée", "address": nowhere.get_url(), "place": "", "exact": False,
        },
    }  # fmt: skip


@pytest.mark.parametrize("ids", [[], ["x"], ["-1"], ["1" * 16], ["٣"], range(101)])
def test_names_of_too_many_or_of_nothing_are_refused(client, home, ids):
    answer = client.get(NAMES, {"id": list(ids)})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["parameter"] == "id"


def test_without_an_engine_points_are_to_be_asked_again(client, fiches, monkeypatch):
    def down(*args):
        raise EngineDownError("down")

    monkeypatch.setattr("search.engines.memory.MemoryEngine.scan", down)
    answer = client.get(POINTS, {"departement": "39"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_number_of_queries_does_not_depend_on_the_number_of_fiches(
    client, fiches, search_index
):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(POINTS, {"q": "crèche"})
            client.get(NAMES, {"id": [one.pk for one in fiches]})
        return len(asked)

    queries()  # the roots of the site are read once for all
    few = queries()
    fiches += [InitiativePageFactory(title=f"Crèche {n}", commune_code="25056") for n in range(4)]
    search_index()
    assert queries() == few
