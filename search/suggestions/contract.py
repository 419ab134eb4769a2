"""What is suggested, whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from search.engines.contract import Hit
from search.query import SearchQuery


@dataclass(frozen=True)
class Suggestion:
    """A search, without what its form narrows by already.

    `detail` says what it is; `count` how many results it has, None where none were counted.
    """

    label: str
    detail: str = ""
    query: SearchQuery = field(default_factory=SearchQuery)
    count: int | None = None


@dataclass(frozen=True)
class Suggestions:
    """Pages by their titles, values of facets, places, and searches of one more whole word.

    `corrected` is the text that was suggested for, where nothing begins as the visitor's does.
    """

    hits: tuple[Hit, ...] = ()
    filters: tuple[Suggestion, ...] = ()
    places: tuple[Suggestion, ...] = ()
    completions: tuple[Suggestion, ...] = ()
    corrected: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing."""
        return not (self.hits or self.filters or self.places or self.completions)

    def corrected_to(self, search: Suggestion) -> Self:
        """Return them as those of another spelling, whose own search comes first."""
        return replace(self, completions=(search, *self.completions), corrected=search.query.words)
