"""What a visitor asks for, as one value: comparable, hashable, and the same as its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

PER_PAGE = 12
WINDOW = 10_000  # the furthest result that a page may show, on every engine
MAX_CHARACTERS = 300

Filters = tuple[tuple[str, tuple[str, ...]], ...]


class Sort(StrEnum):
    """An order of the results; its value is that of the parameter `tri`."""

    RELEVANCE = "pertinence"
    DATE = "date"
    NAME = "nom"
    DISTANCE = "distance"


@dataclass(frozen=True)
class Box:
    """A box in degrees, WGS 84; `west` is greater than `east` across the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def __str__(self) -> str:
        return ",".join(map(plain_degrees, (self.west, self.south, self.east, self.north)))


@dataclass(frozen=True)
class Near:
    """A circle: `origin` as the address names it (a commune by its INSEE code, or a point)."""

    origin: str
    latitude: float
    longitude: float
    km: int


@dataclass(frozen=True)
class SearchQuery:
    """Words, filters, place, order and page. Values of one facet add up, facets narrow.

    `filters` are sorted by name, their values too, and each is there once: two queries that ask
    for the same are equal. `sort` is None where the visitor chose none. `as_typed` asks for the
    very words, neither corrected nor relaxed.
    """

    words: str = ""
    filters: Filters = ()
    box: Box | None = None
    near: Near | None = None
    sort: Sort | None = None
    as_typed: bool = False
    page: int = 1

    @property
    def order(self) -> Sort:
        """The order that is meant: relevance for words, else the newest first."""
        if self.sort is None or (self.sort == Sort.DISTANCE and self.near is None):
            return Sort.RELEVANCE if self.words else Sort.DATE
        return self.sort

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for beyond an order and a page."""
        return bool(self.words or self.filters or self.box or self.near)

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the chosen values of a facet."""
        return dict(self.filters).get(facet, ())

    def with_values(self, facet: str, values: Iterable[str]) -> SearchQuery:
        """Return this query, at its first page, with these values of a facet and no other."""
        chosen = {**dict(self.filters), facet: values}
        return replace(self, filters=canonical_filters(chosen.items()), page=1)

    def without(self, facet: str, value: str) -> SearchQuery:
        """Return this query, at its first page, without a value of a facet."""
        return self.with_values(facet, [one for one in self.values(facet) if one != value])

    def at_page(self, page: int) -> SearchQuery:
        """Return another page of this query."""
        return replace(self, page=page)

    def to_query_string(self, *, leave_out: Iterable[str] = ()) -> str:
        """Return the canonical parameters, without `?`: equal queries give the same text.

        `leave_out` names facets that the address itself stands for.
        """
        left_out = set(leave_out)
        pairs: list[tuple[str, str]] = []
        if self.words:
            pairs.append(("q", self.words))
        for name, values in self.filters:
            pairs += [(name, value) for value in values if name not in left_out]
        pairs += self._pairs_of_place()
        if self.sort is not None:
            pairs.append(("tri", self.sort.value))
        if self.as_typed:
            pairs.append(("exact", "1"))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return urlencode(pairs)

    def _pairs_of_place(self) -> list[tuple[str, str]]:
        pairs = [("bbox", str(self.box))] if self.box else []
        if self.near:
            pairs += [("autour", self.near.origin), ("rayon", str(self.near.km))]
        return pairs


def plain_degrees(degrees: float) -> str:
    """Return degrees without exponent nor useless zero; six decimals are ten centimetres."""
    plain = f"{degrees:.6f}".rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def canonical_filters(filters: Iterable[tuple[str, Iterable[str]]]) -> Filters:
    """Return filters in their one order, each value once, without empty ones."""
    merged: dict[str, set[str]] = {}
    for name, values in filters:
        merged.setdefault(name, set()).update(value for value in values if value)
    return tuple((name, tuple(sorted(values))) for name, values in sorted(merged.items()) if values)
