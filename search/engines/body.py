"""Reads the parts of a query that have several written forms."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from typing import Any

from hub.territory.point import Point
from search.documents import POINT
from search.engines.contract import NODES, UnsupportedQueryError

BODY_KEYS = frozenset({"query", "from", "size", "sort", "aggs", "track_total_hits"})
BOOL_KEYS = frozenset({"must", "should", "must_not", "filter", "minimum_should_match"})
Side = tuple[float, float, float, float]


def only_item(node: Any) -> tuple[str, Any]:
    """Return the one key of a node and what it holds.

    Raises UnsupportedQueryError for anything but a dictionary of one key.
    """
    if not isinstance(node, Mapping) or len(node) != 1:
        raise UnsupportedQueryError(f"one key was expected in {node!r}")
    return next(iter(node.items()))


def node_of(reader: object, query: Any) -> tuple[Callable[..., Any], Any]:
    """Return the method by which a reader reads a query, `_term` for a `term`, and its options.

    Raises UnsupportedQueryError for a query that is not of the subset.
    """
    kind, options = only_item(query)
    node: Callable[..., Any] | None = getattr(reader, f"_{kind}", None)
    if kind not in NODES or node is None:
        raise UnsupportedQueryError(f"query {kind!r}")
    return node, options


def only_field(name: str, names: Collection[str]) -> None:
    """Raise UnsupportedQueryError for a field that is not among those which may be asked so."""
    if name not in names:
        raise UnsupportedQueryError(f"field {name!r}")


def only_known(what: str, options: Mapping[str, Any], known: Collection[str]) -> None:
    """Raise UnsupportedQueryError where there are options that are not known."""
    unknown = set(options) - set(known)
    if unknown:
        raise UnsupportedQueryError(f"{what} with {sorted(unknown)}")


def least_of(options: Mapping[str, Any]) -> int:
    """Return how many `should` of a `bool` must be met: one where nothing else is asked.

    Raises UnsupportedQueryError for anything but a number.
    """
    stands_alone = not options.get("must") and not options.get("filter")
    least = options.get("minimum_should_match", int(stands_alone))
    if not isinstance(least, int):
        raise UnsupportedQueryError(f"minimum_should_match {least!r}")
    return least if options.get("should") else 0


def fuzziness_of(options: Mapping[str, Any]) -> int:
    """Return the number of edits that a `fuzzy` allows, one by default."""
    _, given = only_item(options)
    return int(given.get("fuzziness", 1)) if isinstance(given, Mapping) else 1


def value_of(options: Any, key: str = "value") -> tuple[str, Any, float]:
    """Return the field, the value and the boost of `{field: value}` or `{field: {key: value}}`."""
    name, given = only_item(options)
    if not isinstance(given, Mapping):
        return name, given, 1.0
    unknown = set(given) - {key, "boost", "fuzziness", "transpositions"}
    if unknown or key not in given:
        raise UnsupportedQueryError(f"options {sorted(given)} of {name!r}")
    return name, given[key], float(given.get("boost", 1.0))


def bounds_of(sides: Mapping[str, Any]) -> tuple[float, float]:
    """Return the smallest integer that is inside, and the smallest above that is not.

    Raises UnsupportedQueryError for anything but gte, gt, lte and lt.
    """
    low, high = -math.inf, math.inf
    for name, side in sides.items():
        if name in {"gte", "gt"}:
            low = max(low, side + (name == "gt"))
        elif name in {"lte", "lt"}:
            high = min(high, side + (name == "lte"))
        else:
            raise UnsupportedQueryError(f"range side {name!r}")
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

    Raises UnsupportedQueryError for a distance in another unit.
    """
    distance, centre = str(options["distance"]), options[POINT]
    if not distance.endswith("km"):
        raise UnsupportedQueryError(f"distance {distance!r}")
    return Point(centre["lon"], centre["lat"]), float(distance.removesuffix("km"))
