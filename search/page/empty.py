"""What helps a visitor who found nothing: a filter less, another spelling, a theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.dsl import bodies_for, filtered
from search.engines.contract import Body, Engine, EngineDownError
from search.meaning.clauses import Word
from search.meaning.settling import Meaning, near_spellings
from search.page.forms import SearchForm
from search.query import SearchQuery
from search.registry import TYPE, registry
from search.searching import Searcher

MOST_POPULAR = 8
MOST_SPELLINGS = 3
POPULAR = "theme"
AddressOf = Callable[[SearchQuery], str]


@dataclass(frozen=True)
class Way:
    """A way on: what it gives up, changes or asks for, how many results it has, its address."""

    label: str
    total: int
    address: str


@dataclass(frozen=True)
class Help:
    """Ways on, each with at least one result."""

    fewer: tuple[Way, ...] = ()
    spellings: tuple[Way, ...] = ()
    popular: tuple[Way, ...] = ()


def help_with(
    searcher: Searcher,
    form: SearchForm,
    without: Sequence[tuple[str, SearchQuery]],
    address_of: AddressOf,
) -> Help:
    """Return what helps where the query of a form has no result; nothing where the engine is down.

    `without` are the same query, each without one thing that narrows it, by what they give up.
    """
    try:
        return _help(searcher, form, without, address_of)
    except EngineDownError:
        return Help()


def _help(
    searcher: Searcher,
    form: SearchForm,
    without: Sequence[tuple[str, SearchQuery]],
    address_of: AddressOf,
) -> Help:
    meaning = searcher.meaning_of(form.query)
    fewer = [(label, one, meaning.query if one.words else Q("match_all")) for label, one in without]
    spelt = [
        (text, SearchQuery(words=text, filters=form.preset), clause.query())
        for text, clause in _near_spellings(searcher.engine, meaning)
    ]
    counted = {name: registry.facets[name] for name in (TYPE, POPULAR) if name in registry.facets}
    everything = bodies_for(SearchQuery(filters=form.preset), Q("match_all"), counted, per_page=0)
    asked = [*fewer, *spelt]
    totals = [_total(query, words) for _, query, words in asked]
    answers = searcher.engine.msearch([*totals, *everything.bodies])
    ways = [
        Way(label, answer.total, address_of(query))
        for (label, query, _), answer in zip(asked, answers, strict=False)
    ]
    counts = everything.counts(answers[len(asked) :]).get(POPULAR, {})
    return Help(
        fewer=tuple(way for way in ways[: len(fewer)] if way.total),
        spellings=tuple(way for way in ways[len(fewer) :] if way.total),
        popular=_popular(counts, form, address_of),
    )


def _near_spellings(engine: Engine, meaning: Meaning) -> list[tuple[str, Word]]:
    """Return words that are near the only word of a query; of several, one cannot tell which."""
    if len(meaning.clauses) != 1 or not isinstance(meaning.clauses[0], Word):
        return []
    near = near_spellings(engine, meaning.clauses[0].said, MOST_SPELLINGS)
    return [(word.said, word) for word in near]


def _total(query: SearchQuery, words: Query) -> Body:
    body = filtered(query, words, registry.facets)
    return {"query": body, "size": 0, "track_total_hits": True}


def _popular(counts: Mapping[str, int], form: SearchForm, address_of: AddressOf) -> tuple[Way, ...]:
    """Return the themes that most pages have, at the first level."""
    facet = registry.facets.get(POPULAR)
    if facet is None or not counts:
        return ()
    known = [one for one in facet.choices(set(counts), form.recall) if not one.parent]
    first = sorted(known, key=lambda one: -counts.get(one.value, 0))[:MOST_POPULAR]
    empty = SearchQuery(filters=form.preset)
    return tuple(
        Way(
            one.label,
            counts.get(one.value, 0),
            address_of(empty.with_values(POPULAR, [one.value])),
        )
        for one in first
    )
