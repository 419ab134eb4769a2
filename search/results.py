"""The answer to a search query: what every rendering reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from search.engines.contract import Hit
from search.query import PER_PAGE, WINDOW, SearchQuery


class Done(StrEnum):
    """What was done with the words; the visitor is told."""

    EXACT = "exact"
    RELAXED = "relaxed"  # most of the words, or some of them
    CORRECTED = "corrected"  # near spellings
    DEGRADED = "degraded"  # the engine is down: a plain look in the database, without counts


@dataclass(frozen=True)
class SearchResults:
    """Totals, one page of hits, and the count of each value of each facet.

    `words` are those that were looked for: the visitor's, or the corrected ones. `stems` and
    `phrases` (rows of folded words) are what a rendering highlights. `left_out` are words of the
    visitor that no document holds.
    """

    query: SearchQuery
    total: int
    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    done: Done = Done.EXACT
    words: str = ""
    stems: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """The number of pages that may be shown, one at least."""
        return max(1, min(-(-self.total // PER_PAGE), WINDOW // PER_PAGE))
