"""Suggests: asks an engine for pages, values of facets, places, and the end of a word."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import HttpRequest
from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from hub.plugins.declarations import Facet
from search.curation.synonyms import current_synonyms
from search.dsl import filtered
from search.engines import get_engine
from search.engines.contract import Engine, EngineDownError, Hit
from search.meaning.clauses import clauses_of
from search.meaning.settling import settle
from search.meaning.synonyms import Synonyms
from search.query import Filters, SearchQuery, canonical_filters
from search.registry import registry
from search.suggestions.completing import completed, completions, respelt, stems_beyond
from search.suggestions.contract import Suggestion, Suggestions
from search.suggestions.labels import read_labels
from search.suggestions.offers import PLACES, Offer, filter_offers, place_offers
from search.suggestions.shelf import Kept, Shelf
from search.suggestions.titles import in_title
from search.suggestions.typed import Typed

logger = logging.getLogger("hub.search")

READ_TITLES = 30  # of which the best are shown, once their titles are known
MOST_OF_A_KIND = 2

_shelf = Shelf()


def suggest(query: SearchQuery, request: HttpRequest | None = None) -> Suggestions:
    """Return what the words of a query may become, within its filters; none if the engine fails.

    Never raises for what a visitor may type.
    """
    try:
        suggester = Suggester(get_engine(), registry.facets, current_synonyms(request), _shelf)
        return suggester.suggest(query)
    except EngineDownError as down:
        logger.warning("The search engine did not answer: %s", down)
        return Suggestions()


@dataclass(frozen=True)
class Suggester:
    """An engine, the facets whose values are suggested, and what is remembered of both."""

    engine: Engine
    facets: Mapping[str, Facet]
    synonyms: Synonyms = field(default_factory=Synonyms)
    shelf: Shelf = field(default_factory=Shelf)

    def suggest(self, query: SearchQuery) -> Suggestions:
        """Return the suggestions for the words of a query, or for their nearest spelling.

        Raises EngineDownError.
        """
        typed = Typed.read(query.words)
        if typed is None:
            return Suggestions()
        found = self._suggest(typed, query.filters)
        if found.is_empty and (near := respelt(self.engine, typed)):
            corrected = self._suggest(near, query.filters)
            itself = Suggestion(near.text, query=SearchQuery(words=near.text))
            return corrected.corrected_to(itself)
        return found

    def _suggest(self, typed: Typed, within: Filters) -> Suggestions:
        tokens = completed(self.engine, typed)
        kept = self.shelf.of(self.engine, self.synonyms)
        if kept.labels is None:
            kept.labels = read_labels(self.engine, self.facets)
        labels = kept.labels
        passed_over = dict(within)
        filters = filter_offers(typed, labels, passed_over)
        places = place_offers(typed, labels, passed_over) if PLACES[0] in self.facets else []
        totals = self._totals([*filters, *places], within, kept)
        return Suggestions(
            hits=self._titled(in_title(typed, stems_beyond(typed, tokens)), within),
            filters=_that_find(filters, totals),
            places=_that_find(places, totals),
            completions=tuple(completions(typed, tokens, MOST_OF_A_KIND)),
        )

    def _titled(self, words: Query, within: Filters) -> tuple[Hit, ...]:
        query = filtered(SearchQuery(filters=within), words, self.facets)
        return self.engine.msearch([{"query": query, "size": READ_TITLES}])[0].hits

    def _totals(self, offers: Sequence[Offer], within: Filters, kept: Kept) -> Mapping[Offer, int]:
        """Return how many results each search has, or what stands in for it, asked at once."""
        every = [*offers, *(one.instead for one in offers if one.instead)]
        asked = {one: _narrowed(one.query, within) for one in every}
        unknown = [one for one in dict.fromkeys(asked.values()) if one not in kept.totals]
        meanings = {text: self._meaning(text) for text in {one.words for one in unknown}}
        bodies = [
            {"query": filtered(one, meanings[one.words], self.facets), "size": 0} for one in unknown
        ]
        answers = self.engine.msearch(bodies) if bodies else []
        kept.totals.update(zip(unknown, (answer.total for answer in answers), strict=True))
        return {one: kept.totals[query] for one, query in asked.items()}

    def _meaning(self, words: str) -> Query:
        if not words:
            return Q("match_all")
        return settle(self.engine, clauses_of(words, self.synonyms)).query


def _narrowed(query: SearchQuery, within: Filters) -> SearchQuery:
    return replace(query, filters=canonical_filters([*within, *query.filters]))


def _that_find(offers: Sequence[Offer], totals: Mapping[Offer, int]) -> tuple[Suggestion, ...]:
    found: dict[SearchQuery, Suggestion] = {}
    for offer in offers:
        one = offer if totals[offer] or offer.instead is None else offer.instead
        if totals[one]:
            found.setdefault(one.query, one.suggestion(totals[one]))
    return tuple(found.values())[:MOST_OF_A_KIND]
