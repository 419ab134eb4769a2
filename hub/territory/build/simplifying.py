"""Visvalingam and Whyatt (1993): drop, one by one, the vertex whose triangle is the smallest."""

import heapq
from collections.abc import Sequence

from hub.territory.mercator import project

from .geometry import Position

MIN_OF_A_RING = 4  # first vertex, two more, first vertex again


def simplified(line: Sequence[Position], tolerance: float) -> list[Position]:
    """Return the line without the vertices whose triangle is under `tolerance`, in map m².

    Both ends stay. A closed line keeps enough vertices to be a ring.
    """
    plane = [project(*position) for position in line]
    last = len(line) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    left = len(line)
    least = MIN_OF_A_RING if line[0] == line[-1] else 2
    heap = [(_triangle(plane, i - 1, i, i + 1), i) for i in range(1, last)]
    sizes = {i: size for size, i in heap}
    heapq.heapify(heap)
    while heap and left > least:
        size, dropped = heapq.heappop(heap)
        if size >= tolerance:
            break
        if sizes.get(dropped) != size:
            continue
        del sizes[dropped]
        left -= 1
        one, other = before[dropped], after[dropped]
        after[one], before[other] = other, one
        for i in (one, other):
            if 0 < i < last:
                # Never smaller than what was just dropped: the order of dropping is kept.
                sizes[i] = max(size, _triangle(plane, before[i], i, after[i]))
                heapq.heappush(heap, (sizes[i], i))
    return [line[0], *(line[i] for i in sorted(sizes)), line[last]]


def _triangle(plane: Sequence[Position], a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = plane[a], plane[b], plane[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
