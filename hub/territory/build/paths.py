"""Rings on the Earth as short SVG paths on one sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hub.territory.mercator import project

from .geometry import Position, Ring


@dataclass(frozen=True)
class Sheet:
    """The plane of the drawing: metres of Web Mercator, moved, scaled, and turned downwards."""

    west: float
    north: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, rings: Iterable[Ring], width: int, margin: int) -> "Sheet":
        """Return the sheet of this width that holds the rings within its margin."""
        plane = [project(*position) for ring in rings for position in ring]
        xs, ys = zip(*plane, strict=True)
        scale = (width - 2 * margin) / (max(xs) - min(xs))
        height = round((max(ys) - min(ys)) * scale) + 2 * margin
        west, north = min(xs) - margin / scale, max(ys) + margin / scale
        return cls(round(west), round(north), round(scale, 9), width, height)

    def at(self, position: Position) -> Position:
        """Return a position (longitude, latitude) on the sheet."""
        x, y = project(*position)
        return (x - self.west) * self.scale, (self.north - y) * self.scale

    def ring(self, ring: Ring) -> list[Position]:
        """Return a ring on the sheet."""
        return [self.at(position) for position in ring]


def svg_path(rings: Iterable[Sequence[Position]], decimals: int = 0) -> str:
    """Write closed rings in relative steps, each from the rounded place: errors do not add up."""
    grain = 10**decimals
    written = []
    for ring in rings:
        places = [(round(x * grain), round(y * grain)) for x, y in ring[:-1]]
        (x, y), steps = places[0], []
        for there_x, there_y in places[1:]:
            if (there_x, there_y) != (x, y):
                steps.append(_pair((there_x - x) / grain, (there_y - y) / grain))
                x, y = there_x, there_y
        start = _pair(places[0][0] / grain, places[0][1] / grain)
        written.append(f"M{start}l{_joined(steps)}z")
    return "".join(written)


def _pair(x: float, y: float) -> str:
    return _joined([_short(x), _short(y)])


def _joined(numbers: Iterable[str]) -> str:
    """Join numbers; a minus sign separates by itself."""
    return " ".join(numbers).replace(" -", "-")


def _short(number: float) -> str:
    text = f"{number:g}" if abs(number) < 1 else f"{number:.6g}"
    return text.replace("0.", ".", 1) if abs(number) < 1 else text
