import math
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given, strategies as st

from hub.territory.point import Point, read_point, validate_point

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


@st.composite
def points(draw):
    try:
        return Point(draw(longitudes), draw(latitudes))
    except ValidationError:  # latitude and longitude of the region, swapped
        assume(False)


@given(points())
def test_a_written_point_is_read_back(point):
    assert Point.parse(str(point)) == point


@given(points())
def test_a_written_point_has_no_exponent_and_six_decimals_at_most(point):
    written = str(point)
    assert "e" not in written
    assert len(written) <= 64
    for number in written.removeprefix("SRID=4326;POINT(").removesuffix(")").split(" "):
        assert len(number.partition(".")[2]) <= 6


@given(points(), points())
def test_distance_is_symmetric_and_bounded(here, there):
    assert here.distance_km(there) == pytest.approx(there.distance_km(here), abs=1e-6)
    assert 0 <= here.distance_km(there) <= math.pi * 6371.01


@given(st.text())
def test_any_text_is_a_point_or_a_validation_error(text):
    point = read_point(text)
    assert point is None or Point.parse(str(point)) == point


@pytest.mark.parametrize(
    "written",
    [
        "SRID=4326;POINT(6.0899 47.0562)",
        "SRID=4326;POINT (6.0899 47.0562)",
        " SRID=4326;POINT(6.089900000000001 47.05620000000001)\n",
    ],
)
def test_what_the_map_writes_is_read(written):
    assert Point.parse(written) == Point(6.0899, 47.0562)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "6.08 47.05",
        "POINT(6.08 47.05)",
        "SRID=2154;POINT(6.08 47.05)",
        "SRID=4326;POINT(1e-05 47.05)",
        "SRID=4326;POINT(6.08 4.7e1)",
        "SRID=4326;POINT(NaN 47.05)",
        "SRID=4326;POINT(nan nan)",
        "SRID=4326;POINT(inf 47.05)",
        "SRID=4326;POINT(6,08 47,05)",
        "SRID=4326;POINT(6.08)",
        "SRID=4326;POINT(6.08 47.05 300)",
        "SRID=4326;POINT(6.08 47.05); DROP",
        "SRID=4326;POINT(٦ ٤٧)",
        "SRID=4326;POINT(" + "9" * 400 + " 1)",
        "<script>alert(1)</script>",
        "\x00",
    ],
)
def test_anything_else_is_refused_in_french(written):
    with pytest.raises(ValidationError, match="Point illisible"):
        Point.parse(written)


@pytest.mark.parametrize("written", ["SRID=4326;POINT(6 999)", "SRID=4326;POINT(-181 47)"])
def test_coordinates_outside_the_earth_are_refused(written):
    with pytest.raises(ValidationError, match="doit être un nombre entre"):
        Point.parse(written)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 180.1])
def test_a_point_cannot_be_made_of_what_is_no_degree(value):
    with pytest.raises(ValidationError, match="La longitude doit être un nombre"):
        Point(value, 47.0)


def test_swapped_coordinates_of_the_region_are_recognised():
    with pytest.raises(ValidationError, match="semblent inversées"):
        Point.parse("SRID=4326;POINT(47.0562 6.0899)")


def test_the_validator_accepts_no_point_and_refuses_junk():
    validate_point("")
    validate_point("SRID=4326;POINT(6 47)")
    with pytest.raises(ValidationError):
        validate_point("junk")


def test_coordinates_are_rounded_to_six_decimals():
    point = Point(6.12345678, 47.00000049)
    assert (point.longitude, point.latitude) == (6.123457, 47.0)
    assert point.as_decimals() == (Decimal("6.123457"), Decimal("47.000000"))


def test_a_negative_zero_is_written_as_zero():
    assert str(Point(-0.0000001, -0.0)) == "SRID=4326;POINT(0 0)"


def test_the_label_is_french():
    assert Point(6.0899, 47.0562).label == "47,0562°\u00a0N, 6,0899°\u00a0E"
    assert Point(-1.5, -20).label == "20°\u00a0S, 1,5°\u00a0O"


def test_besancon_is_75_kilometres_from_dijon(gazetteer):
    dijon, besancon = gazetteer.commune("21231").point, gazetteer.commune("25056").point
    assert dijon.distance_km(besancon) == pytest.approx(75, abs=2)


@given(st.floats(-60, 60), st.floats(0, 360), st.floats(0, 500))
def test_a_box_holds_every_point_of_its_circle(latitude, bearing, km):
    centre = Point(0, latitude)
    angle, turn = km / 6371.0088, math.radians(bearing)
    start = math.radians(latitude)
    end = math.asin(
        math.sin(start) * math.cos(angle) + math.cos(start) * math.sin(angle) * math.cos(turn)
    )
    east = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(start),
        math.cos(angle) - math.sin(start) * math.sin(end),
    )
    west_edge, south_edge, east_edge, north_edge = centre.box(km)
    assert west_edge - 1e-6 <= math.degrees(east) <= east_edge + 1e-6
    assert south_edge - 1e-6 <= math.degrees(end) <= north_edge + 1e-6
