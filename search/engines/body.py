"""Reads the parts of a query that have several written forms."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from hub.territory.point import Point
from search.documents import POINT
from search.engines.contract import OutsideTheSubset

Side = tuple[float, float, float, float]


def only_item(node: Any) -> tuple[str, Any]:
    """Return the one key of a node and what it holds.

    Raises OutsideTheSubset for anything but a dictionary of one key.
    """
    if not isinstance(node, Mapping) or len(node) != 1:
        raise OutsideTheSubset(f"one key was expected in {node!r}")
    return next(iter(node.items()))


def value_of(options: Any, key: str = "value") -> tuple[str, Any, float]:
    """Return the field, the value and the boost of `{field: value}` or `{field: {key: value}}`."""
    name, given = only_item(options)
    if not isinstance(given, Mapping):
        return name, given, 1.0
    unknown = set(given) - {key, "boost", "fuzziness", "transpositions"}
    if unknown or key not in given:
        raise OutsideTheSubset(f"options {sorted(given)} of {name!r}")
    return name, given[key], float(given.get("boost", 1.0))


def bounds_of(sides: Mapping[str, Any]) -> tuple[float, float]:
    """Return the smallest integer that is inside, and the smallest above that is not.

    Raises OutsideTheSubset for anything but gte, gt, lte and lt.
    """
    low, high = -math.inf, math.inf
    for name, side in sides.items():
        if name in {"gte", "gt"}:
            low = max(low, side + (name == "gt"))
        elif name in {"lte", "lt"}:
            high = min(high, side + (name == "lte"))
        else:
            raise OutsideTheSubset(f"range side {name!r}")
    return low, high


def box_of(options: Mapping[str, Any]) -> list[Side]:
    """Return (west, south, east, north) of a box; two of them when it crosses the antimeridian."""
    corners = options[POINT]
    west, north = corners["top_left"]["lon"], corners["top_left"]["lat"]
    east, south = corners["bottom_right"]["lon"], corners["bottom_right"]["lat"]
    if west <= east:
        return [(west, south, east, north)]
    return [(west, south, 180.0, north), (-180.0, south, east, north)]


def circle_of(options: Mapping[str, Any]) -> tuple[Point, float]:
    """Return the centre and the radius, in kilometres, of a `geo_distance`.

    Raises OutsideTheSubset for a distance in another unit.
    """
    distance, centre = str(options["distance"]), options[POINT]
    if not distance.endswith("km"):
        raise OutsideTheSubset(f"distance {distance!r}")
    return Point(centre["lon"], centre["lat"]), float(distance.removesuffix("km"))
