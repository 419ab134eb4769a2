"""The names that the interactive map writes on its ground, which has no tiles by default.

`python -m hub.contrib.map.toponyms` writes them anew from the gazetteer.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean

from hub.territory.gazetteer import get_gazetteer
from hub.territory.mercator import RADIUS, project
from hub.territory.places import Commune
from hub.territory.spreading import Box, meet

FILE = Path(__file__).resolve().parent / "static" / "hub_map" / "toponyms.json"
SMALLEST = 1_500  # inhabitants
TOWNS = 9  # the zoom that names towns, and départements no more
# The farthest zoom at which a town of so many inhabitants may be named, where there is room.
FIRST_ZOOMS = ((12_000, TOWNS), (4_000, 10), (SMALLEST, 11))
AFAR, AFAR_LONG, NEAREST = 7.5, 8, 14  # zooms
LONG = 15  # letters
LETTER, MARGIN, LINE = 7.5, 24, 30  # pixels that a name takes

Toponym = tuple[str, float, float, float, float]


def toponyms() -> Iterator[Toponym]:
    """Yield name, longitude, latitude, first and last zoom; towns where their names do not meet."""
    gazetteer = get_gazetteer()
    for departement in gazetteer.departements:
        points = [one.point for one in gazetteer.in_departement(departement.code)]
        longitude = fmean(point.longitude for point in points)
        latitude = fmean(point.latitude for point in points)
        first = AFAR_LONG if len(departement.label) > LONG else AFAR
        yield departement.label, round(longitude, 3), round(latitude, 3), first, TOWNS
    taken: dict[int, list[Box]] = {zoom: [] for zoom in range(NEAREST + 1)}
    towns = [one for one in gazetteer.communes if one.population >= SMALLEST]
    for town in sorted(towns, key=lambda one: (-one.population, one.code)):
        zoom = _first_zoom(town, taken)
        if zoom is None:
            continue
        for nearer in range(zoom, NEAREST + 1):
            taken[nearer].append(_box(town, nearer))
        yield (
            town.short_label,
            round(town.point.longitude, 3),
            round(town.point.latitude, 3),
            zoom,
            99,
        )


def written(named: Iterable[Toponym]) -> str:
    """Return the names as they are committed, each in a line."""
    rows = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in named)
    return "[\n" + ",\n".join(rows) + "\n]\n"


def _first_zoom(town: Commune, taken: dict[int, list[Box]]) -> int | None:
    first = next(zoom for least, zoom in FIRST_ZOOMS if town.population >= least)
    for zoom in range(first, NEAREST + 1):
        if not any(meet(_box(town, zoom), other) for other in taken[zoom]):
            return zoom
    return None


def _box(town: Commune, zoom: int) -> Box:
    """Return the pixels that a name takes: west, south, east, north."""
    pixels = 256 * 2**zoom / (math.tau * RADIUS)
    x, y = project(town.point.longitude, town.point.latitude)
    x, y = x * pixels, y * pixels
    half = (len(town.name) * LETTER + MARGIN) / 2
    return x - half, y - LINE / 2, x + half, y + LINE / 2


if __name__ == "__main__":
    FILE.write_text(written(toponyms()), encoding="utf-8")
