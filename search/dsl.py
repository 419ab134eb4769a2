"""A search query as bodies of the Elasticsearch query language: results, then counts."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from hub.plugins.declarations import Facet
from search.documents import BY_DATE, BY_NAME, EXPIRES, POINT
from search.engines.contract import Answer, Body
from search.query import PER_PAGE, SearchQuery, Sort

# More than any facet has values: counts stay exact on an index of several shards.
MOST_VALUES = 10_000


@dataclass(frozen=True)
class Bodies:
    """The bodies of one search: the first has the results, the others the counts alone.

    `counted` says, body by body, which facets it counts.
    """

    bodies: tuple[Body, ...]
    counted: tuple[tuple[str, ...], ...]

    def counts(self, answers: Sequence[Answer]) -> dict[str, Mapping[str, int]]:
        """Return how many documents hold each value, by the name of the facet."""
        return {
            name: answer.counts.get(name, {})
            for names, answer in zip(self.counted, answers, strict=True)
            for name in names
        }


def bodies_for(
    query: SearchQuery, words: Query, facets: Mapping[str, Facet], per_page: int = PER_PAGE
) -> Bodies:
    """Return what to ask an engine. `words` is what the words of the query mean.

    Counts of a facet leave its own values out (disjunctive facets): a facet that narrows is
    counted by a body of its own, without it.
    """
    narrowing = {name: _filter(facets[name], values) for name, values in query.filters}
    standing = [_unexpired(), *_place_filters(query)]
    free = tuple(name for name in facets if name not in narrowing)
    first = _body(words, [*standing, *narrowing.values()], facets, free)
    first |= {
        "from": (query.page - 1) * per_page,
        "size": per_page,
        "sort": sort_of(query),
    }
    bodies, counted = [first], [free]
    for name in narrowing:
        others = [one for other, one in narrowing.items() if other != name]
        bodies.append(_body(words, [*standing, *others], facets, (name,)) | {"size": 0})
        counted.append((name,))
    return Bodies(tuple(bodies), tuple(counted))


def filtered(query: SearchQuery, words: Query, facets: Mapping[str, Facet]) -> dict[str, Any]:
    """Return the query of all results, whatever the page: for scans, exports and counts."""
    filters = [_filter(facets[name], values) for name, values in query.filters]
    return _narrowed(words, [_unexpired(), *_place_filters(query), *filters])


def sort_of(query: SearchQuery) -> list[Any]:
    """Return the order of the results, as bodies and scans take it."""
    if query.order == Sort.NAME:
        return [{BY_NAME: "asc"}]
    if query.order == Sort.DATE:
        return [{BY_DATE: "asc"}]
    if query.order == Sort.DISTANCE and query.near:
        centre = {"lat": query.near.latitude, "lon": query.near.longitude}
        return [{"_geo_distance": {POINT: centre, "order": "asc", "unit": "km"}}]
    return ["_score"]


def shown_documents() -> dict[str, Any]:
    """Return the query of every document that a visitor may find."""
    shown: dict[str, Any] = Q("bool", filter=[_unexpired()]).to_dict()
    return shown


def _body(
    words: Query, filters: Iterable[Query], facets: Mapping[str, Facet], counted: Iterable[str]
) -> dict[str, Any]:
    aggregations = {name: _aggregation(facets[name]) for name in counted}
    body: dict[str, Any] = {"query": _narrowed(words, filters), "track_total_hits": True}
    return body | ({"aggs": aggregations} if aggregations else {})


def _narrowed(words: Query, filters: Iterable[Query]) -> dict[str, Any]:
    narrowed: dict[str, Any] = Q("bool", must=[words], filter=list(filters)).to_dict()
    return narrowed


def _unexpired() -> Query:
    return Q("range", **{EXPIRES: {"gt": int(time.time())}})


def _filter(facet: Facet, values: Sequence[str]) -> Query:
    if facet.bounds is None:
        return Q("terms", **{facet.name: list(values)})
    bounds = facet.bounds()
    return Q(
        "bool",
        should=[Q("range", **{facet.name: _between(*bounds[value])}) for value in values],
        minimum_should_match=1,
    )


def _between(first: int | None, end: int | None) -> dict[str, int]:
    sides = {"gte": first, "lt": end}
    return {name: side for name, side in sides.items() if side is not None}


def _aggregation(facet: Facet) -> dict[str, Any]:
    if facet.bounds is None:
        return {"terms": {"field": facet.name, "size": MOST_VALUES}}
    ranges = []
    for value, (first, end) in facet.bounds().items():
        sides = {"from": first, "to": end}
        ranges.append({"key": value} | {k: side for k, side in sides.items() if side is not None})
    return {"range": {"field": facet.name, "ranges": ranges}}


def _place_filters(query: SearchQuery) -> list[Query]:
    filters = []
    if query.box:
        box = query.box
        corners = {
            "top_left": {"lat": box.north, "lon": box.west},
            "bottom_right": {"lat": box.south, "lon": box.east},
        }
        filters.append(Q("geo_bounding_box", **{POINT: corners}))
    if query.near:
        centre = {"lat": query.near.latitude, "lon": query.near.longitude}
        filters.append(Q("geo_distance", distance=f"{query.near.km}km", **{POINT: centre}))
    return filters
