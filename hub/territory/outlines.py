"""In which département a point lies, by the precise outlines.

The département of a page comes from its commune; this only tells when a point contradicts it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, Self

from .gazetteer import get_gazetteer
from .places import Departement
from .point import Point

DATA_FILE = Path(__file__).resolve().parent / "data" / "outlines.json"


class Outline(NamedTuple):
    """The rings of a département, and the box around them."""

    rings: Sequence[Sequence[Sequence[float]]]
    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, rings: Sequence[Sequence[Sequence[float]]]) -> Self:
        """Measure the box of the rings."""
        xs, ys = zip(*(vertex for ring in rings for vertex in ring), strict=True)
        return cls(rings, (min(xs), min(ys), max(xs), max(ys)))

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a position is inside, by the even-odd rule."""
        west, south, east, north = self.box
        if not (west <= x <= east and south <= y <= north):
            return False
        inside = False
        for ring in self.rings:
            for (ax, ay), (bx, by) in pairwise(ring):
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    inside = not inside
        return inside


class Outlines:
    """The outlines of the eight départements."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.outlines = {code: Outline.of(rings) for code, *rings in data["departements"]}

    def departement_at(self, point: Point) -> Departement | None:
        """Return the département that holds the point; None outside of the region."""
        for code in self.outlines:
            if self.holds(code, point):
                return get_gazetteer().departement(code)
        return None

    def holds(self, code: str, point: Point) -> bool:
        """Tell whether the département of this code holds the point."""
        outline = self.outlines.get(code)
        return outline is not None and outline.holds(point.longitude, point.latitude)


@cache
def get_outlines() -> Outlines:
    """Return the outlines, read from their file on the first call."""
    return Outlines(json.loads(DATA_FILE.read_text(encoding="utf-8")))
