"""The few flat shapes a landscape is made of, whatever it is then written as (SVG, pixels)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """A filled outline; `smooth` rounds its corners into one curve."""

    points: tuple[Point, ...]
    fill: str
    smooth: bool = False


@dataclass(frozen=True)
class Disc:
    """A filled circle."""

    centre: Point
    radius: float
    fill: str


@dataclass(frozen=True)
class Line:
    """An open line of dashes (`dash`, `gap`), or a plain one where both are zero."""

    points: tuple[Point, ...]
    stroke: str
    width: float
    dash: float = 0
    gap: float = 0


Shape = Area | Disc | Line


def curve(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The quadratic curve that rounds a line: (control, end) pairs, ends halfway between points."""
    inner = [
        (point, ((point[0] + after[0]) / 2, (point[1] + after[1]) / 2))
        for point, after in pairwise(points[1:-1])
    ]
    return [*inner, (points[-2], points[-1])]
