"""One département or EPCI with its neighbours and points: components/area_map.html."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .drawing import ATTRIBUTION, epci_paths, get_drawing
from .region_map import Pin
from .rings import rings_of
from .spreading import Box, Position, grouped, meet

# The shape of the window, across by down, and the room around the territory in it.
RATIO = 1.35
ROOM = 1.12
# In thousandths of the width of the window.
RADIUS = 17


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the map, or several that would hide one another."""

    x: float
    y: float
    radius: float
    count: int


@dataclass(frozen=True, slots=True)
class AreaMap:
    """What the component reads."""

    alternative: str
    view_box: str
    path: str
    neighbours: tuple[str, ...]
    outline: str
    spots: tuple[Spot, ...]
    attribution: str = ATTRIBUTION


def area_map(code: str, label: str, pins: Sequence[Pin] = ()) -> AreaMap | None:
    """Return the map of a département or of an EPCI; None for an unknown code.

    `label` is its name, for the text that stands for the drawing. The pins are decorative: their
    list stands beside the map.
    """
    drawing = get_drawing()
    is_departement = drawing.shape(code) is not None
    paths = departement_paths() if is_departement else epci_paths()
    if code not in paths:
        return None
    left, top, width, height = _window(path_box(paths[code]))
    window = (left, top, left + width, top + height)
    neighbours = tuple(
        path for other, path in paths.items() if other != code and meet(window, path_box(path))
    )
    return AreaMap(
        alternative=_said(label, len(pins)),
        view_box=f"{left:g} {top:g} {width:g} {height:g}",
        path=paths[code],
        neighbours=neighbours,
        outline=drawing.outline if is_departement else "",
        spots=_spots([(pin.x, pin.y) for pin in pins], width / 1000 * RADIUS),
    )


@cache
def departement_paths() -> Mapping[str, str]:
    """Return the path of every département by its code."""
    return {shape.code: shape.path for shape in get_drawing().shapes}


@cache
def path_box(path: str) -> Box:
    """Return (left, top, right, bottom) of a path."""
    points = [point for ring in rings_of(path) for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _window(box: Box) -> Box:
    """Return (left, top, width, height) of the window around a box."""
    left, top, right, bottom = box
    width = max((right - left) * ROOM, (bottom - top) * ROOM * RATIO)
    height = width / RATIO
    across, down = (left + right - width) / 2, (top + bottom - height) / 2
    return round(across, 1), round(down, 1), round(width, 1), round(height, 1)


def _spots(places: Sequence[Position], radius: float) -> tuple[Spot, ...]:
    return tuple(
        Spot(x, y, round(radius * (1 if count == 1 else 1.7), 2), count)
        for (x, y), count in grouped(places, 2 * radius)
    )


def _said(label: str, points: int) -> str:
    if not points:
        return f"Carte\u00a0: {label}"
    return f"Carte\u00a0: {label}, {points} {'point' if points == 1 else 'points'}"
