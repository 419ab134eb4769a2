"""The map as the ground of the card of a shared link (hub.content.social)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from .area_map import departement_paths, path_box
from .drawing import epci_paths, get_drawing
from .rings import Ring, rings_of

# Raise it when the drawing changes: networks keep a card for long.
EDITION = 1
# Room around what is shown, and how many times larger it is drawn before it is made smooth.
ROOM, OVERSAMPLING = 1.16, 3
BORDER, OUTLINE = 1.5, 3  # pixels


@dataclass(frozen=True)
class MapGround:
    """The région with its départements, or one territory among them.

    `code` is that of a département or the SIREN of an EPCI; empty or unknown, it is the région.
    """

    code: str = ""

    @property
    def key(self) -> str:
        """Its edition and its code."""
        return f"map-{EDITION}-{self.code}"

    def paint(self, size: tuple[int, int], colour: Callable[[str], str]) -> Image.Image:
        """Return the map at a size, in the colours of the site."""
        path = departement_paths().get(self.code) or epci_paths().get(self.code, "")
        sheet = _Sheet(size, path or get_drawing().outline, colour("sunk"))
        for one in departement_paths().values():
            sheet.fill(one, colour("surface" if path else "place"))
        if path:
            sheet.fill(path, colour("place"))
        for one in departement_paths().values():
            sheet.border(one, colour("line" if path else "sunk"), BORDER)
        sheet.border(path or get_drawing().outline, colour("ink"), OUTLINE)
        return sheet.smooth()


class _Sheet:
    """A window of the drawing, large enough to be made smaller."""

    def __init__(self, size: tuple[int, int], path: str, ground: str) -> None:
        self._size = size
        width, height = size[0] * OVERSAMPLING, size[1] * OVERSAMPLING
        left, top, right, bottom = path_box(path)
        self._scale = min(width / (right - left), height / (bottom - top)) / ROOM
        self._across = width / 2 - (left + right) / 2 * self._scale
        self._down = height / 2 - (top + bottom) / 2 * self._scale
        self._canvas = Image.new("RGB", (width, height), ground)
        self._pencil = ImageDraw.Draw(self._canvas)

    def fill(self, path: str, colour: str) -> None:
        """Fill the rings of a path."""
        for ring in rings_of(path):
            self._pencil.polygon(self._placed(ring), colour)

    def border(self, path: str, colour: str, width: float) -> None:
        """Draw along the rings of a path."""
        for ring in rings_of(path):
            places = self._placed(ring)
            line = [*places, places[0], places[1]]
            self._pencil.line(line, colour, round(width * OVERSAMPLING), joint="curve")

    def smooth(self) -> Image.Image:
        """Return what was drawn, at its size."""
        return self._canvas.resize(self._size, Image.Resampling.LANCZOS)

    def _placed(self, ring: Ring) -> list[tuple[float, float]]:
        return [(x * self._scale + self._across, y * self._scale + self._down) for x, y in ring]
