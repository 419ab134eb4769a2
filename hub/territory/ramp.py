"""Sort counts into the few classes of a coloured map."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise

from hub.content.text import agreed, number_label

CLASSES = 4
# Few classes keep apart: the tint of one alone is in the middle.
STEPS = {1: (2,), 2: (1, 3), 3: (1, 2, 3), 4: (1, 2, 3, 4)}


@dataclass(frozen=True, slots=True)
class CountClass:
    """The counts from `low` to `high`, both of which occur, and their tint, 0 to 4."""

    low: int
    high: int
    step: int

    def label(self, noun: tuple[str, str]) -> str:
        """Say it in French: "0 initiative", "1 à 5 initiatives"."""
        bounds = " à ".join(map(number_label, sorted({self.low, self.high})))
        return f"{bounds} {agreed(self.high, *noun)}"


def count_classes(counts: Iterable[int]) -> tuple[CountClass, ...]:
    """Return the classes, lowest first: nothing at all is one of its own.

    The others are the natural breaks (Jenks): of all the ways to cut the sorted counts into at
    most four runs, the one whose runs are the least spread. Equal counts are never parted.
    """
    given = list(counts)
    values = sorted({count for count in given if count > 0})
    runs = _natural_runs(values, min(CLASSES, len(values))) if values else []
    found = [
        CountClass(run[0], run[-1], step)
        for run, step in zip(runs, STEPS[len(runs) or 1], strict=bool(runs))
    ]
    return (CountClass(0, 0, 0), *found) if 0 in given else tuple(found)


def _natural_runs(values: list[int], number: int) -> list[list[int]]:
    ways = (
        [values[start:end] for start, end in pairwise((0, *cuts, len(values)))]
        for cuts in combinations(range(1, len(values)), number - 1)
    )
    return min(ways, key=lambda runs: sum(map(_spread, runs)))


def _spread(run: list[int]) -> float:
    middle = sum(run) / len(run)
    return sum((value - middle) ** 2 for value in run)
