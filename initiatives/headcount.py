"""Headcount classes of INSEE ("tranches d'effectifs") from a number of people."""

from bisect import bisect_right

LOWER_BOUNDS = (0, 1, 3, 6, 10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)
SLUGS = ("00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53")


def headcount_slug(people: int) -> str:
    """Return the INSEE code of the class that holds so many people (0 or more)."""
    return SLUGS[bisect_right(LOWER_BOUNDS, people) - 1]
