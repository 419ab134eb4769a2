"""What lives in a landscape: trees, vines, a village, clouds, birds, a pin on the map."""

import math
import random

from hub.content.covers.palettes import Palette
from hub.content.covers.shapes import Area, Disc, Line, Point, Shape
from hub.content.covers.terrain import HEIGHT, WIDTH, Ridge


def fir(x: float, foot: float, size: float, fill: str) -> list[Shape]:
    """A fir of three tiers; `size` is its height."""
    half = size * 0.27
    outline = (
        (x, foot - size),
        (x + half * 0.55, foot - size * 0.6),
        (x + half * 0.3, foot - size * 0.6),
        (x + half, foot - size * 0.12),
        (x + size * 0.04, foot - size * 0.12),
        (x + size * 0.04, foot),
        (x - size * 0.04, foot),
        (x - size * 0.04, foot - size * 0.12),
        (x - half, foot - size * 0.12),
        (x - half * 0.3, foot - size * 0.6),
        (x - half * 0.55, foot - size * 0.6),
    )
    return [Area(outline, fill)]


def grove(
    rng: random.Random, ridge: Ridge, at: float, sizes: tuple[int, int], fill: str
) -> list[Shape]:
    """Some firs close together, standing on a hill."""
    trees: list[Shape] = []
    for rank in range(rng.randint(2, 4)):
        x = at + rank * rng.randint(13, 24)
        trees += fir(x, ridge.height_at(x) + rng.randint(4, 14), rng.randint(*sizes), fill)
    return trees


def house(x: float, foot: float, width: float, wall: str, roof: str) -> list[Shape]:
    """A low house with a wide roof."""
    top = foot - width * 0.62
    return [
        Area(((x, foot + 6), (x, top), (x + width, top), (x + width, foot + 6)), wall),
        Area(((x - 3, top), (x + width / 2, top - width * 0.5), (x + width + 3, top)), roof),
    ]


def bell_tower(x: float, foot: float, wall: str, roof: str) -> list[Shape]:
    """The domed bell tower of Franche-Comté: a bulb, a lantern, a point."""
    dome = (
        (x - 8, foot - 38), (x - 9, foot - 44), (x - 6, foot - 51), (x - 2, foot - 54),
        (x - 1, foot - 68), (x + 1, foot - 68), (x + 2, foot - 54), (x + 6, foot - 51),
        (x + 9, foot - 44), (x + 8, foot - 38),
    )  # fmt: skip
    walls = ((x - 7, foot + 6), (x - 7, foot - 38), (x + 7, foot - 38), (x + 7, foot + 6))
    return [Area(walls, wall), Area(dome, roof)]


def village(rng: random.Random, ridge: Ridge, at: float, palette: Palette) -> list[Shape]:
    """Four houses around a bell tower, following the slope."""
    places = (
        (-44, rng.randint(20, 26)),
        (-17, rng.randint(15, 19)),
        (13, 17),
        (34, rng.randint(20, 27)),
    )
    shapes = bell_tower(at + 4, ridge.height_at(at + 4) + 6, palette.road, palette.accent)
    for offset, width in places:
        foot = ridge.height_at(at + offset + width / 2) + 8
        shapes += house(at + offset, foot, width, palette.road, palette.accent)
    return shapes


def vines(rng: random.Random, ridge: Ridge, stroke: str) -> list[Shape]:
    """Rows that run down the near hill and spread as they come."""
    start, lean = rng.randint(20, WIDTH - 230), rng.choice((-1, 1))
    rows: list[Shape] = []
    for rank in range(8):
        x = start + rank * 25
        top = ridge.height_at(x) + 9
        drift = (rank - 3.5) * 13 + lean * 36
        path = tuple(
            (x + drift * share**1.4, top + (HEIGHT + 12 - top) * share)
            for share in (0, 0.35, 0.7, 1)
        )
        rows.append(Line(path, stroke, 2.6, dash=2.6, gap=6.5))
    return rows


def contours(rng: random.Random, ridge: Ridge, stroke: str) -> list[Shape]:
    """Ploughing or hedges: lines that follow the hill, ever farther apart as they come."""
    lines: list[Shape] = []
    for rank in range(4):
        drop = 14 + rank * 17 + rank * rank * 3
        left = rng.randint(-60, 300)
        right = left + rng.randint(220, 420)
        path = tuple((float(x), ridge.height_at(x) + drop) for x in range(left, right, 36))
        lines.append(Line(path, stroke, 2.2))
    return lines


def lake(rng: random.Random, middle: float, level: float, palette: Palette) -> list[Shape]:
    """A sheet of water between two hills, with a few ripples."""
    half = rng.randint(110, 150)
    shore = tuple(
        (middle + half * math.cos(turn), level + 15 * math.sin(turn))
        for turn in (math.tau * step / 14 for step in range(14))
    )
    ripples = [
        Line(((middle + dx, level + dy), (middle + dx + 34, level + dy)), palette.road, 1.6)
        for dx, dy in ((-70, -5), (-20, 3), (36, -3))
    ]
    return [Area(shore, palette.sky, smooth=True), *ripples]


def clouds(rng: random.Random, fill: str) -> list[Shape]:
    """One to three long flat clouds."""
    shapes: list[Shape] = []
    for _ in range(rng.randint(1, 3)):
        x, y, length = (rng.randint(20, WIDTH - 160), rng.randint(36, 120), rng.randint(50, 100))
        shapes.append(Line(((x, y), (x + length, y)), fill, 15))
        shapes.append(Line(((x + length * 0.3, y - 10), (x + length * 0.62, y - 10)), fill, 15))
    return shapes


def birds(rng: random.Random, around: float, stroke: str) -> list[Shape]:
    """Three birds, far away."""
    x, y = around + rng.randint(-50, 50), rng.randint(60, 120)
    return [
        Line(((x + dx - 7, y + dy - 4), (x + dx, y + dy), (x + dx + 7, y + dy - 4)), stroke, 1.8)
        for dx, dy in ((0, 0), (24, -9), (43, 3))
    ]


def pin(tip: Point, fill: str, hole: str) -> list[Shape]:
    """The pin of a map, its point on the place."""
    x, y = tip
    side = ((7, -19), (15, -31), (18.5, -42), (14.5, -54), (5.5, -60))
    right = [(x + dx, y + dy) for dx, dy in side]
    left = [(x - dx, y + dy) for dx, dy in reversed(side)]
    return [Area(((x, y), *right, *left, (x, y)), fill, smooth=True), Disc((x, y - 42), 7.5, hole)]
