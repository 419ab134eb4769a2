"""Just enough plane geometry: read WKB, point in polygon, centroid.

Degrees are treated as plane coordinates: over one commune the error is far below the five
decimals that are kept.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise

_TYPE_CODES = {"point": 1, "polygon": 3, "multipolygon": 6}
Position = tuple[float, float]
Ring = Sequence[Position]


class UnexpectedGeometryError(Exception):
    """The WKB is not of the little-endian type that the source is known to hold."""


def read_point(wkb: bytes) -> Position:
    """Read a WKB point as (longitude, latitude)."""
    _check_header(wkb, 0, "point")
    longitude, latitude = struct.unpack_from("<2d", wkb, 5)
    return longitude, latitude


def read_rings(wkb: bytes) -> list[Ring]:
    """Read all rings of a WKB multipolygon, outer ones and holes alike, in their order."""
    _check_header(wkb, 0, "multipolygon")
    (polygons,) = struct.unpack_from("<I", wkb, 5)
    offset = 9
    rings: list[Ring] = []
    for _ in range(polygons):
        _check_header(wkb, offset, "polygon")
        (count,) = struct.unpack_from("<I", wkb, offset + 5)
        offset += 9
        for _ in range(count):
            (length,) = struct.unpack_from("<I", wkb, offset)
            end = offset + 4 + 16 * length
            rings.append(list(struct.iter_unpack("<2d", wkb[offset + 4 : end])))
            offset = end
    return rings


def contains(rings: Sequence[Ring], position: Position) -> bool:
    """Tell whether the position is inside, by the even-odd rule, which sees holes by itself."""
    x, y = position
    inside = False
    for (ax, ay), (bx, by) in _edges(rings):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def centroid(rings: Sequence[Ring]) -> Position:
    """Return the centre of gravity; a hole counts negatively, being wound the other way."""
    origin_x, origin_y = rings[0][0]
    area = sum_x = sum_y = 0.0
    shifted = [[(x - origin_x, y - origin_y) for x, y in ring] for ring in rings]
    for (ax, ay), (bx, by) in _edges(shifted):
        cross = ax * by - bx * ay
        area += cross
        sum_x += (ax + bx) * cross
        sum_y += (ay + by) * cross
    return origin_x + sum_x / (3 * area), origin_y + sum_y / (3 * area)


def _edges(rings: Sequence[Ring]) -> Iterator[tuple[Position, Position]]:
    for ring in rings:
        yield from pairwise(ring)


def _check_header(wkb: bytes, offset: int, expected: str) -> None:
    if struct.unpack_from("<BI", wkb, offset) != (1, _TYPE_CODES[expected]):
        raise UnexpectedGeometryError(f"not a little-endian {expected}")
