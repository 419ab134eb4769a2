"""Places that cannot be: the page says so and answers, data refuse."""

import pytest

from hub.content.text import quoted
from tests.factories import InitiativePageFactory
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
DATA = ("/carte/points.json", "/carte.geojson")
POLYGON = "POLYGON((" + ",".join(["5.04 47.32"] * 1_000_000) + "))"
WRONG = {
    "latitude 999": {"autour": "999,5"},
    "not a number": {"autour": "NaN,5"},
    "infinite": {"bbox": "-inf,46,7,48"},
    "box that is not one": {"bbox": "NaN,46,7,48"},
    "latitude 999 of a box": {"bbox": "5,46,7,999"},
    "inverted box": {"bbox": "5,48,7,46"},
    "three sides": {"bbox": "5,46,7"},
    "unknown INSEE code": {"autour": "99999"},
    "commune of elsewhere": {"autour": "Brest"},
    "two communes of one name": {"autour": "Saint-Agnan"},
    "radius": {"autour": "21231", "rayon": "-3"},
    "polygon as a box": {"bbox": POLYGON},
    "polygon as a place": {"autour": POLYGON},
    "polygon as a département": {"departement": POLYGON},
    "polygon as words": {"q": POLYGON},
}
RIGHT = {
    "the whole world": {"bbox": "-180,-90,180,90"},
    "across the antimeridian": {"bbox": "170,-90,100,90"},
    "a box of nothing": {"bbox": "5,47,5,47"},
}


@pytest.fixture
def fiche(home, search_index):
    """A fiche at Dole."""
    made = InitiativePageFactory(commune_code="39198")
    search_index()
    return made


@pytest.mark.parametrize("asked", WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_told_by_the_page_and_refused_by_data(client, fiche, asked):
    page = client.get("/carte/", asked)
    assert page.status_code == 200
    assert "n’a pas été comprise" in page.content.decode()
    assert len(page.content) < 300_000
    for address in DATA:
        answer = client.get(address, asked)
        assert answer.status_code == 400
        assert all(len(one["value"]) <= 300 for one in answer.json()["errors"])


@pytest.mark.parametrize("asked", RIGHT.values(), ids=RIGHT)
def test_a_strange_box_is_a_box(client, fiche, asked):
    page = client.get("/carte/", asked).content.decode()
    assert "n’a pas été comprise" not in page
    found = b"".join(client.get("/carte.geojson", asked).streaming_content).decode()
    assert (str(fiche.uid) in found) == (fiche.title in page)


def test_a_million_parameters_are_refused(client, fiche):
    assert client.get(f"/carte/?{'bbox=1&' * 100_000}").status_code == 400


def test_of_two_communes_of_one_name_one_is_chosen_by_a_link(client, fiche):
    page = client.get("/carte/?autour=Saint-Agnan&rayon=50&q=a").content.decode()
    assert f"Plusieurs communes s’appellent {quoted('Saint-Agnan')}" in page.replace("\xa0", " ")
    for code in ("71382", "89332"):
        assert Markup(page).all("a", href=f"/carte/?q=a&autour={code}&rayon=50"), code
    problem = client.get("/carte/points.json?autour=Saint-Agnan").json()["detail"]
    assert "Saint-Agnan (Yonne)" in problem


def test_the_shown_box_is_a_filter_that_stays_and_goes(client, fiche):
    page = client.get("/carte/?bbox=5,46,6,48&departement=39").content.decode()
    assert Markup(page).all("input", type="hidden", name="bbox", value="5,46,6,48")
    assert "Retirer «&nbsp;Zone affichée sur la carte&nbsp;»" in page
    assert Markup(page).all("a", href="/carte/?departement=39")


def test_round_a_commune_each_card_says_how_far_it_is(client, fiche, search_index):
    InitiativePageFactory(commune_code="21231", point="SRID=4326;POINT(5.0415 47.3215)")
    search_index()
    page = client.get("/carte/?autour=Dijon&rayon=50&tri=distance").content.decode()
    assert [one for one in ("à moins d’1\xa0km", "à environ 42\xa0km") if one in page] == [
        "à moins d’1\xa0km", "à environ 42\xa0km",
    ]  # fmt: skip
    assert "results__distance" not in client.get("/carte/").content.decode()
