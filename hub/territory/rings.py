"""The paths of the drawing as points: `M`, relative `l` and `z`, as the build writes them."""

from __future__ import annotations

import re
from functools import cache

Ring = tuple[tuple[float, float], ...]
_STEP = re.compile(r"M|l|z|-?(?:\d+\.?\d*|\.\d+)")


@cache
def rings_of(path: str) -> tuple[Ring, ...]:
    """Return the points of each ring of a path, on the sheet."""
    rings: list[list[tuple[float, float]]] = []
    numbers: list[float] = []
    is_start = False
    x = y = 0.0
    for word in _STEP.findall(path):
        if word in "Mlz":
            is_start = word == "M"
            continue
        numbers.append(float(word))
        if len(numbers) < 2:
            continue
        if is_start:
            rings.append([])
        x, y = (numbers[0], numbers[1]) if is_start else (x + numbers[0], y + numbers[1])
        rings[-1].append((x, y))
        is_start = False
        numbers.clear()
    return tuple(tuple(ring) for ring in rings)
