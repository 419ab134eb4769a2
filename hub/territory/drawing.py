"""The drawing of the region: one sheet, on which every static map of the site is laid.

The files are made by `python -m hub.territory.build`; the sheet is Web Mercator, turned downwards.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .gazetteer import get_gazetteer
from .mercator import project
from .point import Point

DATA = Path(__file__).resolve().parent / "data"
# To print under every map and in every export (Licence Ouverte 2.0).
ATTRIBUTION = (
    "Limites administratives\u00a0: IGN Admin Express\u00a0; "
    "communes\u00a0: INSEE, DGCL, La Poste (Licence Ouverte 2.0)"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A département on the sheet: its paths, fine and coarse, and where its name stands.

    `leader` is the path of the line to a name that stands outside, else empty.
    """

    code: str
    label: str
    path: str
    coarse: str
    label_x: int
    label_y: int
    leader: str


class Drawing:
    """The sheet and what is drawn on it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.width: float = data["width"]
        self.height: float = data["height"]
        self.outline: str = data["outline"]
        self.coarse_outline: str = data["coarse_outline"]
        self._projection: Mapping[str, float] = data["projection"]
        shapes = [Shape(row[0], _label(row[0]), *row[1:]) for row in data["shapes"]]
        self.shapes = tuple(sorted(shapes, key=lambda shape: shape.label))

    def at(self, point: Point) -> tuple[float, float]:
        """Return where a point is on the sheet, to a tenth; outside of the region, beyond it."""
        x, y = project(point.longitude, point.latitude)
        scale = self._projection["scale"]
        across = (x - self._projection["west"]) * scale
        down = (self._projection["north"] - y) * scale
        return round(across, 1), round(down, 1)

    def holds(self, at: tuple[float, float]) -> bool:
        """Tell whether a place is on the sheet."""
        return 0 <= at[0] <= self.width and 0 <= at[1] <= self.height

    def shape(self, code: str) -> Shape | None:
        """Return the département of a code."""
        return next((shape for shape in self.shapes if shape.code == code), None)

    def epci(self, code: str) -> str:
        """Return the path of an EPCI, as far as it is in the region; empty when it is unknown."""
        return epci_paths().get(code, "")


@cache
def get_drawing() -> Drawing:
    """Return the drawing, read from its file on the first call."""
    return Drawing(json.loads((DATA / "drawing.json").read_text(encoding="utf-8")))


@cache
def epci_paths() -> Mapping[str, str]:
    """Return the path of every EPCI by its SIREN, read from their file on the first call."""
    data = json.loads((DATA / "epcis.json").read_text(encoding="utf-8"))
    return dict(data["epcis"])


def _label(code: str) -> str:
    departement = get_gazetteer().departement(code)
    return departement.label if departement else code
