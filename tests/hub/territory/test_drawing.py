import math

import pytest

from hub.territory.drawing import get_drawing
from hub.territory.mercator import ground_scale, project
from hub.territory.point import Point


def test_the_projection_is_web_mercator():
    assert project(0, 0) == pytest.approx((0, 0), abs=1e-6)
    assert project(180, 85.0511287798066) == pytest.approx((20037508.34, 20037508.34), abs=0.01)


def test_a_metre_of_the_map_is_shorter_on_the_ground_away_from_the_equator():
    northing = project(0, 47)[1]
    assert ground_scale(northing) == pytest.approx(math.cos(math.radians(47)))


def test_departements_come_in_the_order_of_their_names():
    labels = [shape.label for shape in get_drawing().shapes]
    assert labels == sorted(labels)
    assert labels[0] == "Côte-d’Or"
    assert len(labels) == 8


def test_points_of_the_region_are_on_the_sheet(gazetteer):
    drawing = get_drawing()
    for commune in gazetteer.communes:
        x, y = drawing.at(commune.point)
        assert 0 < x < drawing.width
        assert 0 < y < drawing.height


def test_north_is_up_and_east_is_right():
    drawing = get_drawing()
    sens, macon = drawing.at(Point(3.283, 48.197)), drawing.at(Point(4.831, 46.307))
    assert sens[0] < macon[0]
    assert sens[1] < macon[1]


def test_a_point_elsewhere_is_beyond_the_sheet():
    assert get_drawing().at(Point(2.35, 48.85))[1] < 0


def test_only_the_smallest_departement_has_its_name_outside():
    assert [shape.code for shape in get_drawing().shapes if shape.leader] == ["90"]


def test_every_epci_is_drawn_and_an_unknown_one_is_not(gazetteer):
    drawing = get_drawing()
    assert all(drawing.epci(epci.code).startswith("M") for epci in gazetteer.epcis)
    assert drawing.epci("000000000") == ""


def test_a_departement_is_found_by_its_code():
    shape = get_drawing().shape("25")
    assert shape is not None
    assert shape.label == "Doubs"
    assert get_drawing().shape("99") is None
