"""The borders of the départements and of the EPCI, dissolved from the polygons of communes."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from hub.territory.mercator import ground_scale, project

from .geometry import Position, Ring, read_rings
from .sources import OUTLINES_VERSION, commune_geometries
from .topology import Edge, dissolve, walk

# Communes that overlap by a hair leave specks. Three exclaves of the Jura in Saône-et-Loire, of 0.1
# to 0.3 km², are real (the town hall of Chêne-Sec stands in one) but too small to be drawn; that of
# Ménessaire (21), 15 km², is drawn.
SPECK_KM2 = 0.05
SMALLEST_DRAWN_KM2 = 0.5
Borders = dict[str, set[Edge]]


def read_communes(wheel: Path, departements: Mapping[str, str]) -> dict[str, list[Ring]]:
    """Return the rings of the communes whose code begins with that of one of the départements."""
    return {
        code: read_rings(polygon)
        for code, polygon, _ in commune_geometries(wheel, OUTLINES_VERSION)
        if code[:2] in departements
    }


def borders_of(communes: Mapping[str, list[Ring]], group_of: Mapping[str, str]) -> Borders:
    """Dissolve the communes of each group, and drop the specks."""
    rings: defaultdict[str, list[Ring]] = defaultdict(list)
    for code, own in communes.items():
        rings[group_of[code]] += own
    return {
        group: without_rings_under(SPECK_KM2, dissolve(rings[group])) for group in sorted(rings)
    }


def without_rings_under(km2: float, border: set[Edge]) -> set[Edge]:
    """Return the border without its rings of a smaller area."""
    return {edge for ring in walk(border) if abs(area_km2(ring)) >= km2 for edge in pairwise(ring)}


def outer_border(borders: Borders) -> set[Edge]:
    """Return what surrounds all the groups together."""
    edges = {edge for border in borders.values() for edge in border}
    return {(start, end) for start, end in edges if (end, start) not in edges}


def drawn_rings(border: set[Edge], kept: set[Position]) -> list[Ring]:
    """Return the rings of a border, down to the vertices that were kept."""
    return [[vertex for vertex in ring if vertex in kept] for ring in _started(border, kept)]


def area_km2(ring: Ring) -> float:
    """Return the area on the ground; negative for the winding of the source's outer rings."""
    plane = [project(*position) for position in ring]
    origin_x, origin_y = plane[0]
    doubled = sum(
        (ax - origin_x) * (by - origin_y) - (bx - origin_x) * (ay - origin_y)
        for (ax, ay), (bx, by) in pairwise(plane)
    )
    return doubled / 2 * ground_scale(origin_y) ** 2 / 1e6


def _started(border: set[Edge], kept: set[Position]) -> list[list[Position]]:
    """Walk the border, each ring from a vertex that is kept: it closes where it opened."""
    rings = []
    for ring in walk(border):
        first = next(index for index, vertex in enumerate(ring) if vertex in kept)
        rings.append([*ring[first:-1], *ring[: first + 1]])
    return rings
