import pytest

from hub.territory.outlines import get_outlines
from hub.territory.point import Point


def test_every_commune_has_its_point_in_its_departement(gazetteer):
    outlines = get_outlines()
    strays = [
        commune.label
        for commune in gazetteer.communes
        if not outlines.holds(commune.departement.code, commune.point)
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("longitude", "latitude", "name"),
    [
        (5.0415, 47.3220, "Côte-d’Or"),  # Dijon
        (4.1550, 47.1430, "Côte-d’Or"),  # Ménessaire, an exclave
        (6.8628, 47.6380, "Territoire de Belfort"),
        (3.5700, 47.7980, "Yonne"),  # Auxerre
    ],
)
def test_a_point_is_in_one_departement(longitude, latitude, name):
    departement = get_outlines().departement_at(Point(longitude, latitude))
    assert departement is not None
    assert departement.label == name


@pytest.mark.parametrize(("longitude", "latitude"), [(2.35, 48.85), (6.63, 46.52), (0, 0)])
def test_a_point_elsewhere_is_in_none(longitude, latitude):
    assert get_outlines().departement_at(Point(longitude, latitude)) is None


def test_an_unknown_departement_holds_nothing():
    assert not get_outlines().holds("99", Point(5.04, 47.32))
