"""A tour of the region as a road with numbered stages: components/route_map.html."""

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing import ATTRIBUTION, Drawing, get_drawing
from .point import Point
from .spreading import Position, spread

# On a screen of 360 pixels, marks so far apart are targets of 24.
APART = 78
MARGIN = 34
# How far a bend reaches towards the next stage (Catmull and Rom).
BEND = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: where, its name, its number, and its address, which may be empty."""

    point: Point
    label: str
    number: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The round mark of a stage on the sheet."""

    stop: Stop
    x: float
    y: float

    @property
    def name(self) -> str:
        """The accessible name of its link."""
        return f"Étape {self.stop.number}\u00a0: {self.stop.label}"


@dataclass(frozen=True, slots=True)
class RouteMap:
    """What the component reads."""

    title: str
    marks: tuple[Mark, ...]
    road: str
    drawing: Drawing
    attribution: str = ATTRIBUTION


def route_map(stops: Sequence[Stop], *, title: str = "Les étapes sur la carte") -> RouteMap:
    """Draw the road through the stops that are in the region, in their order.

    Stages of one place, or of places next to each other, are set apart.
    """
    drawing = get_drawing()
    shown = [stop for stop in stops if drawing.holds(drawing.at(stop.point))]
    places = [_held(drawing, at) for at in spread([drawing.at(s.point) for s in shown], APART)]
    marks = tuple(Mark(stop, *place) for stop, place in zip(shown, places, strict=True))
    return RouteMap(title, marks, _road(places), drawing)


def _held(drawing: Drawing, at: Position) -> Position:
    across = min(max(at[0], MARGIN), drawing.width - MARGIN)
    return across, min(max(at[1], MARGIN), drawing.height - MARGIN)


def _road(places: Sequence[Position]) -> str:
    """Return a smooth path through the places, or nothing when there are less than two."""
    if len(places) < 2:
        return ""
    written = f"M{places[0][0]:g} {places[0][1]:g}"
    around = [places[0], *places, places[-1]]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        bends = (
            start[0] + (end[0] - before[0]) / BEND,
            start[1] + (end[1] - before[1]) / BEND,
            end[0] - (after[0] - start[0]) / BEND,
            end[1] - (after[1] - start[1]) / BEND,
        )
        written += "C" + " ".join(f"{number:.1f}" for number in (*bends, *end))
    return written
