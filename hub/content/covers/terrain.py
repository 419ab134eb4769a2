"""Hills, and the road that climbs them."""

import math
import random
from dataclasses import dataclass

from hub.content.covers.shapes import Area, Line, Point

WIDTH, HEIGHT = 640, 400
HILL_STEP = 40


@dataclass(frozen=True)
class Ridge:
    """The outline of one hill: a slow wave and a shorter one upon it."""

    base: float
    swing: float
    phase: float
    beat: float
    second_beat: float

    @classmethod
    def drawn_by(cls, rng: random.Random, base: float, swing: float) -> "Ridge":
        """A ridge of its own for each draw, around the height asked for."""
        return cls(base, swing, rng.uniform(0, 6.28), rng.uniform(0.8, 1.5), rng.uniform(2, 3.2))

    def height_at(self, x: float) -> float:
        """Ordinate of the ridge, downwards as in a picture."""
        slow = math.sin(self.phase + self.beat * x / 160)
        return self.base + self.swing * (slow + math.sin(self.second_beat * x / 160) / 4)

    def area(self, fill: str) -> Area:
        """The hill, from its ridge to the foot of the picture."""
        edge = [(x, self.height_at(x)) for x in range(-HILL_STEP, WIDTH + 2 * HILL_STEP, HILL_STEP)]
        return Area(((-40, HEIGHT), *edge, (WIDTH + 40, HEIGHT)), fill, smooth=True)


@dataclass(frozen=True)
class Road:
    """A winding road seen in perspective: wide at the foot of the picture, a thread at its end."""

    foot: float
    end: Point
    bends: float
    swing: float

    def centre_at(self, y: float) -> float:
        """Abscissa of the middle of the road at a height of the picture."""
        share = self._share(y)
        straight = self.foot + (self.end[0] - self.foot) * share
        return straight + self.swing * math.sin(share * math.pi * self.bends) * (1 - share * 0.55)

    def half_width_at(self, y: float) -> float:
        """Half the width of the road at a height of the picture."""
        return 2.2 + 25 * math.pow(1 - self._share(y), 1.9)

    def stretch(self, low: float, high: float, fill: str, mark: str) -> tuple[Area, Line]:
        """One visible piece, between two heights: its ground and its dashed middle."""
        count = max(6, round((low - high) / 9))
        rows = [low + (high - low) * step / count for step in range(count + 1)]
        left = [(self.centre_at(y) - self.half_width_at(y), y) for y in rows]
        right = [(self.centre_at(y) + self.half_width_at(y), y) for y in rows]
        middle = tuple((self.centre_at(y), y) for y in rows)
        width = max(1.6, self.half_width_at(low) / 8)
        return (
            Area((*left, *reversed(right)), fill, smooth=True),
            Line(middle, mark, width, dash=width * 3, gap=width * 3.4),
        )

    def _share(self, y: float) -> float:
        return min(1.0, max(0.0, (HEIGHT - y) / (HEIGHT - self.end[1])))
