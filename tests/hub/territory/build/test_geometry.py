import struct

import pytest

from hub.territory.build.geometry import (
    UnexpectedGeometryError,
    centroid,
    contains,
    read_point,
    read_rings,
)


def test_a_point_is_read_as_longitude_and_latitude(outside):
    assert read_point(outside) == (2.35, 48.85)


def test_all_rings_of_a_multipolygon_are_read(square_with_hole):
    assert [len(ring) for ring in read_rings(square_with_hole)] == [5, 5]


def test_a_big_endian_geometry_is_refused():
    with pytest.raises(UnexpectedGeometryError):
        read_point(struct.pack(">BI2d", 0, 1, 6.0, 47.0))


def test_a_polygon_is_not_taken_for_a_point(square):
    with pytest.raises(UnexpectedGeometryError):
        read_point(square)


@pytest.mark.parametrize(
    ("position", "expected"),
    [((6.05, 47.1), False), ((6.15, 47.1), True), ((6.3, 47.1), False), ((6.15, 47.3), False)],
)
def test_a_hole_is_outside(square_with_hole, position, expected):
    assert contains(read_rings(square_with_hole), position) is expected


def test_the_centroid_of_a_square_is_its_middle(square):
    assert centroid(read_rings(square)) == pytest.approx((6.1, 47.1))


def test_a_hole_pushes_the_centroid_away(square_with_hole):
    assert centroid(read_rings(square_with_hole)) == pytest.approx((6.15, 47.1))
