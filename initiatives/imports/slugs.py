"""Free slugs, without a query for each."""

from collections.abc import Iterable

MAX_LENGTH = 80


class SlugPool:
    """Slugs that are taken; the next free one is found in constant time."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def add(self, slug: str) -> None:
        """Note that a slug is taken."""
        self._taken.add(slug)

    def take(self, wanted: str) -> str:
        """Return `wanted`, or `wanted-2`, `wanted-3`…, cut to 80 characters, and note it."""
        base = wanted[:MAX_LENGTH].rstrip("-")
        slug, number = base, self._last.get(base, 1)
        while slug in self._taken:
            number += 1
            slug = f"{base}-{number}"
        self._last[base] = number
        self._taken.add(slug)
        return slug
