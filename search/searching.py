"""Answers a search query: words first as they are, then near spellings, then some of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from search.clauses import Phrase, clauses_of
from search.dsl import bodies_for
from search.engines import get_engine
from search.engines.contract import Engine, EngineDownError
from search.query import SearchQuery
from search.registry import registry
from search.results import Done, SearchResults
from search.synonyms import Synonyms
from search.wording import Meaning, corrected, exact, relaxed, usual

logger = logging.getLogger("hub.search")
Meant = Callable[[], Meaning | None]


def search(query: SearchQuery) -> SearchResults:
    """Return the results of a query; none, and `Done.DEGRADED`, when the engine fails.

    Never raises for what a visitor may ask.
    """
    try:
        return search_with(get_engine(), query, Synonyms())
    except EngineDownError as down:
        logger.warning("The search engine did not answer: %s", down)
        return SearchResults(query, 0, done=Done.DEGRADED)


def search_with(engine: Engine, query: SearchQuery, synonyms: Synonyms) -> SearchResults:
    """Return the results that an engine gives.

    Raises EngineDownError.
    """
    clauses = clauses_of(query.words, synonyms)
    meaning = exact(clauses) if query.as_typed else usual(clauses)
    results = _ask(engine, query, meaning)
    if results.total or not clauses or query.as_typed or _found_elsewhere(engine, query, meaning):
        return results
    attempts: tuple[Meant, ...] = (
        lambda: corrected(engine, clauses),
        lambda: relaxed(engine, clauses),
    )
    for attempt in attempts:
        other = attempt()
        found = _ask(engine, query, other) if other else None
        if found is not None and found.total:
            return found
    return results


def _found_elsewhere(engine: Engine, query: SearchQuery, meaning: Meaning) -> bool:
    """Tell whether it is the filters, not the words, that find nothing."""
    freed = SearchQuery(words=query.words)
    return freed != replace(query, page=1, sort=None) and bool(_ask(engine, freed, meaning).total)


def _ask(engine: Engine, query: SearchQuery, meaning: Meaning) -> SearchResults:
    bodies = bodies_for(query, meaning.query, registry.facets)
    answers = engine.msearch(bodies.bodies)
    return SearchResults(
        query=query,
        total=answers[0].total,
        hits=answers[0].hits,
        counts=bodies.counts(answers),
        done=meaning.done,
        words=meaning.words,
        stems=frozenset(stem for clause in meaning.clauses for stem in clause.stems),
        phrases=tuple(one.words for one in meaning.clauses if isinstance(one, Phrase)),
        left_out=meaning.left_out,
    )
