"""Answers a search query: words first as they are, then near spellings, then some of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest

from hub.plugins.declarations import Facet
from search.curation.synonyms import SynonymsInForce
from search.dsl import bodies_for, filtered, sort_of
from search.engines import get_engine
from search.engines.contract import Answer, Body, Engine, EngineDownError, Hit
from search.fallback import look_up
from search.meaning.clauses import clauses_of
from search.meaning.settling import Meaning, exact, settle
from search.meaning.synonyms import Synonyms
from search.query import SearchQuery
from search.registry import registry
from search.results import SearchResults

logger = logging.getLogger("hub.search")


def search(query: SearchQuery, searcher: Searcher | None = None) -> SearchResults:
    """Return the results of a query; those of a plain look in the database, the engine down.

    Never raises for what a visitor may ask.
    """
    try:
        return (searcher or current_searcher()).search(query)
    except EngineDownError as down:
        logger.warning("The search engine did not answer: %s", down)
        return look_up(query)


def current_searcher(request: HttpRequest | None = None) -> Searcher:
    """Return who searches the site, for one visitor."""
    return Searcher(get_engine(), registry.facets, SynonymsInForce(request))


@dataclass(frozen=True)
class Searcher:
    """An engine, the facets that are counted, and the expressions that mean one thing."""

    engine: Engine
    facets: Mapping[str, Facet]
    synonyms: Synonyms = field(default_factory=Synonyms)
    _settled: dict[tuple[str, bool], Meaning] = field(default_factory=dict, repr=False)

    def search(self, query: SearchQuery) -> SearchResults:
        """Return the results of a query.

        Raises EngineDownError.
        """
        return self._ask(query, self.meaning_of(query))

    def scan(self, query: SearchQuery, *, in_order: bool = True) -> Iterator[Hit]:
        """Yield all results of a query, whatever its page.

        In any order they come three times sooner. Raises EngineDownError, at the first one or
        between two.
        """
        return self.engine.scan(self._whole(query), sort_of(query) if in_order else ["_score"])

    def part(self, query: SearchQuery, first: int, size: int) -> Answer:
        """Return so many results from a rank, and how many there are; nothing by facet.

        Raises EngineDownError.
        """
        body = {
            "query": self._whole(query),
            "from": first,
            "size": size,
            "sort": sort_of(query),
            "track_total_hits": True,
        }
        return self.engine.msearch([body])[0]

    def total(self, query: SearchQuery) -> int:
        """Return how many results a query has.

        Raises EngineDownError.
        """
        body = {"query": self._whole(query), "size": 0, "track_total_hits": True}
        return self.engine.msearch([body])[0].total

    def _whole(self, query: SearchQuery) -> Body:
        return filtered(query, self.meaning_of(query).query, self.facets)

    def meaning_of(self, query: SearchQuery) -> Meaning:
        """Return what the words of a query mean, whatever narrows it; settled once.

        Raises EngineDownError.
        """
        asked = (query.words, query.as_typed)
        if asked not in self._settled:
            clauses = clauses_of(query.words, self.synonyms)
            settled = exact(clauses) if query.as_typed else settle(self.engine, clauses)
            self._settled[asked] = settled
        return self._settled[asked]

    def _ask(self, query: SearchQuery, meaning: Meaning) -> SearchResults:
        bodies = bodies_for(query, meaning.query, self.facets)
        answers = self.engine.msearch(bodies.bodies)
        return SearchResults(
            query=query,
            total=answers[0].total,
            hits=answers[0].hits,
            counts=bodies.counts(answers),
            done=meaning.done,
            words=meaning.words,
            stems=frozenset(stem for clause in meaning.clauses for stem in clause.all_stems),
            phrases=tuple(row for clause in meaning.clauses for row in clause.rows),
            left_out=meaning.left_out,
        )
