"""Keep marks of a map from hiding one another."""

import math
from collections.abc import Sequence
from itertools import combinations

Position = tuple[float, float]
Box = tuple[float, float, float, float]  # two sides, then those across from them
ROUNDS = 60


def spread(positions: Sequence[Position], apart: float) -> list[Position]:
    """Return the positions, pushed away from each other until all are about `apart`.

    The same positions always give the same answer. Marks of one place leave it in a ring.
    """
    moved = [
        (x + 0.01 * math.cos(2.4 * order), y + 0.01 * math.sin(2.4 * order))
        for order, (x, y) in enumerate(positions)
    ]
    pairs = list(combinations(range(len(moved)), 2))
    for _ in range(ROUNDS):
        if not sum(_push(moved, *pair, apart) for pair in pairs):
            break
    return [(round(x, 1), round(y, 1)) for x, y in moved]


def grouped(positions: Sequence[Position], apart: float) -> list[tuple[Position, int]]:
    """Return (middle, how many) of the groups of positions that are nearer than `apart`."""
    groups: list[tuple[Position, int]] = []
    for x, y in positions:
        near = (n for n, (centre, _) in enumerate(groups) if math.dist(centre, (x, y)) < apart)
        if (place := next(near, None)) is None:
            groups.append(((x, y), 1))
        else:
            (centre_x, centre_y), count = groups[place]
            middle = (
                round((centre_x * count + x) / (count + 1), 1),
                round((centre_y * count + y) / (count + 1), 1),
            )
            groups[place] = (middle, count + 1)
    return groups


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes have a part in common; those that only touch have none."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _push(positions: list[Position], one: int, other: int, apart: float) -> bool:
    (ax, ay), (bx, by) = positions[one], positions[other]
    distance = math.dist((ax, ay), (bx, by))
    if distance >= apart:
        return False
    half = (apart + 0.1 - distance) / 2
    across, down = (ax - bx) / distance * half, (ay - by) / distance * half
    positions[one] = (ax + across, ay + down)
    positions[other] = (bx - across, by - down)
    return True
