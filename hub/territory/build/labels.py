"""Where the name of a territory is written: the middle of the widest room inside it."""

import math
from collections.abc import Sequence
from itertools import pairwise

from .geometry import Position, Ring, contains

# A name is wider than high: the room is looked for in a plane that is stretched upwards.
STRETCH = 2.2
STEPS = 24
ROUNDS = 4


def room_for_label(rings: Sequence[Ring]) -> Position:
    """Return the point inside that is the farthest from the border, in the stretched plane."""
    stretched = [[(x, y * STRETCH) for x, y in ring] for ring in rings]
    xs, ys = zip(*(position for ring in stretched for position in ring), strict=True)
    box = (min(xs), min(ys), max(xs), max(ys))
    best: Position = (0.0, 0.0)
    for _ in range(ROUNDS):
        best = max(_grid(box), key=lambda position: _room(stretched, position))
        width, height = (box[2] - box[0]) / STEPS, (box[3] - box[1]) / STEPS
        box = (best[0] - width, best[1] - height, best[0] + width, best[1] + height)
    return best[0], best[1] / STRETCH


def _grid(box: tuple[float, float, float, float]) -> list[Position]:
    west, low, east, high = box
    return [
        (west + (east - west) * i / STEPS, low + (high - low) * j / STEPS)
        for i in range(STEPS + 1)
        for j in range(STEPS + 1)
    ]


def _room(rings: Sequence[Ring], position: Position) -> float:
    nearest = min(_distance(position, *edge) for ring in rings for edge in pairwise(ring))
    return nearest if contains(rings, position) else -nearest


def _distance(position: Position, start: Position, end: Position) -> float:
    (x, y), (ax, ay), (bx, by) = position, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
