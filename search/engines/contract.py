"""What every engine does, and the subset of the Elasticsearch query language that it speaks.

A body of a search is that of Elasticsearch: `query`, `from`, `size`, `sort`, `aggs`,
`track_total_hits`. Queries are those of `NODES`; aggregations are `terms` and `range`; a sort is
one field, the score, or the distance from a point. Anything else raises `UnsupportedQueryError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from search.documents import Document

Body = Mapping[str, Any]
Progress = Callable[[int], None]

NODES = frozenset({
    "bool", "match_all", "match_none", "term", "terms", "match_phrase", "prefix", "fuzzy",
    "range", "geo_bounding_box", "geo_distance", "constant_score", "dis_max",
})  # fmt: skip


class UnsupportedQueryError(ValueError):
    """A query that not every engine would answer alike."""


class EngineDownError(Exception):
    """The engine did not answer, or not in time."""


class State(StrEnum):
    """Whether the index can answer."""

    READY = "ready"
    MISSING = "missing"
    OUTDATED = "outdated"  # made for other declarations or another analysis
    DAMAGED = "damaged"


class Hit(NamedTuple):
    """A found document: its identity, the name of its type, its score where it was ranked."""

    uid: str
    kind: str
    score: float = 0.0


@dataclass(frozen=True)
class Answer:
    """The answer to one body: the exact total, the asked page, the asked counts.

    `counts` has, by the name of an aggregation, how many documents hold each value.
    """

    total: int
    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Engine(Protocol):
    """An index of documents. Bodies are answered from one state of it."""

    name: str

    def msearch(self, bodies: Sequence[Body]) -> list[Answer]:
        """Answer several bodies at once.

        Raises UnsupportedQueryError for a body that is not of the subset, EngineDownError.
        """

    def scan(self, query: Body, sort: Sequence[Any] = ()) -> Iterator[Hit]:
        """Yield all documents of a query (not of a whole body), in a stable order."""

    def put(self, documents: Sequence[Document]) -> None:
        """Add documents or replace those of the same identity; seen at once by `msearch`."""

    def remove(self, uids: Sequence[str], versions: Mapping[str, int] | None = None) -> None:
        """Take documents out; unknown ones are passed over.

        `versions` are those in which they went: an engine that is written by several machines
        refuses a former one that comes late.
        """

    def rebuild(self, documents: Iterable[Document], progress: Progress | None = None) -> Rebuilt:
        """Build an index beside the one that answers; nothing changes before `swap`."""

    def versions(self) -> dict[str, int]:
        """Return the version of each document that the index holds, by identity."""

    def words(self, prefix: str, query: Body, limit: int) -> list[tuple[str, int]]:
        """Return folded words that begin so in the documents of a query, the most frequent first.

        Stop words are left out. Each comes with the number of these documents that hold it.
        """

    def similar(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return folded words at one edit, then at two, with how many documents hold them.

        The nearest first, then the most frequent. A word may be gone since: search before showing.
        """

    def state(self) -> State:
        """Tell whether the index can answer."""

    def set_aside(self) -> None:
        """Keep what cannot be read apart, named in the log, so that another index may be made."""

    def remarks(self) -> list[str]:
        """Return what an operator should know of the index, in French sentences."""

    def generation(self) -> str:
        """Return a text that differs whenever an answer may differ."""


class Rebuilt(Protocol):
    """An index that was built beside the one that answers."""

    count: int

    def swap(self) -> None:
        """Put it in the place of the one that answers."""

    def abandon(self) -> None:
        """Remove it."""
