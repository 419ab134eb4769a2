"""One place in the region, small: components/place_map.html."""

import math
from dataclasses import dataclass

from .drawing import ATTRIBUTION, Drawing, get_drawing
from .outlines import get_outlines
from .point import Point

# Anticlockwise from the east, an eighth of a turn each.
DIRECTIONS = (
    "à l’est", "au nord-est", "au nord", "au nord-ouest",
    "à l’ouest", "au sud-ouest", "au sud", "au sud-est",
)  # fmt: skip
CENTRE = 0.13  # of the sheet, around its middle


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """What the component reads; `departement` is the code of the one to tint, or nothing."""

    label: str
    x: float
    y: float
    where: str
    departement: str
    is_approximate: bool
    drawing: Drawing
    attribution: str = ATTRIBUTION

    @property
    def alternative(self) -> str:
        """Say what the drawing shows: "Dole (Jura), au centre de la région"."""
        return f"{self.label}, {self.where} de la région"


def place_map(point: Point, label: str, *, is_approximate: bool = False) -> PlaceMap | None:
    """Return the map of a place; None for a point beyond the sheet, which could not show it."""
    drawing = get_drawing()
    x, y = drawing.at(point)
    if not drawing.holds((x, y)):
        return None
    departement = get_outlines().departement_at(point)
    code = departement.code if departement else ""
    return PlaceMap(label, x, y, _where(drawing, x, y), code, is_approximate, drawing)


def _where(drawing: Drawing, x: float, y: float) -> str:
    across, up = x / drawing.width - 0.5, 0.5 - y / drawing.height
    if math.hypot(across, up) < CENTRE:
        return "au centre"
    eighth = round(math.atan2(up, across) / (math.pi / 4)) % 8
    return DIRECTIONS[eighth]
