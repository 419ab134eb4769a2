"""Where a page is, on a small map, and the way to what is around."""

import pytest

from initiatives.models import InitiativePage
from initiatives.sheets.where import where_is
from tests import factories
from tests.templates.markup import Markup


def placed(**fields):
    page = InitiativePage(**fields)
    page.derive_place()
    return where_is(page)


def test_a_commune_gives_an_approximate_place_and_the_way_around_it():
    where = placed(commune_code="71153")
    assert where.map.is_approximate
    assert where.map.label == "Le Creusot (Saône-et-Loire)"
    assert (where.way, where.address) == (
        "Autour du Creusot", "/initiatives/?autour=71153&rayon=20"
    )  # fmt: skip


def test_an_address_gives_an_exact_place():
    where = placed(commune_code="39198", point="SRID=4326;POINT(5.5 47.1)")
    assert not where.map.is_approximate


def test_a_point_alone_is_named_by_its_coordinates_and_leads_nowhere():
    where = placed(point="SRID=4326;POINT(4.36 47.32)")
    assert (where.map.label, where.address) == ("47,32°\xa0N, 4,36°\xa0E", "")


@pytest.mark.parametrize("point", ["", "SRID=4326;POINT(-0.57 44.83)", "POINT(1e3 2)"])
def test_what_has_no_place_in_the_region_shows_nothing(point):
    assert placed(point=point) is None


@pytest.mark.django_db
def test_a_fiche_and_an_event_say_that_their_place_is_approximate(client, home):
    for page in (
        factories.InitiativePageFactory(commune_code="39198"),
        factories.EventPageFactory(commune_code="39198"),
    ):
        html = client.get(page.url).content.decode()
        assert "Position approximative" in html
        assert Markup(html).all("a", href="/initiatives/?autour=39198&rayon=20")
    nowhere = client.get(factories.EventPageFactory().url).content.decode()
    assert "Sur la carte" not in nowhere
