"""What is worth remembering of one state of the index, for all who type."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.dsl import shown_documents
from search.engines.contract import Engine
from search.meaning.synonyms import Synonyms
from search.query import SearchQuery
from search.suggestions.labels import Labels

MOST = 5_000


@dataclass
class Kept:
    """The labels of facets, and how many results searches have; neither is known at first."""

    stamp: tuple[str, int, Synonyms]
    labels: Labels | None = None
    totals: dict[SearchQuery, int] = field(default_factory=dict)


class Shelf:
    """Gives what is kept, and throws it away when the index has changed."""

    def __init__(self) -> None:
        self._kept: Kept | None = None

    def of(self, engine: Engine, synonyms: Synonyms) -> Kept:
        """Return what is kept of the state that answers now.

        A page expires without any write: the number of those that are shown tells it. Synonyms
        are others when they have changed.

        Raises EngineDownError.
        """
        shown = engine.msearch([{"query": shown_documents(), "size": 0}])[0].total
        stamp = (engine.generation(), shown, synonyms)
        kept = self._kept
        if kept is None or kept.stamp != stamp or len(kept.totals) > MOST:
            # One assignment: another thread sees the former state or the new one.
            self._kept = kept = Kept(stamp)
        return kept
