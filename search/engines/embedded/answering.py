"""One body, answered from one state of a tantivy index."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import tantivy
from tantivy import Order, Query

from hub.territory.point import Point
from search.documents import BY_DATE, BY_NAME, POINT
from search.engines.body import BODY_KEYS, only_item, only_known
from search.engines.contract import Answer, Body, Hit, UnsupportedQueryError
from search.engines.embedded.layout import KIND, LATITUDE, LONGITUDE, UID
from search.engines.embedded.reading import Snapshot


def total_of(snapshot: Snapshot, query: Query) -> int:
    """Return how many documents a query finds."""
    # A limit of 0 would panic.
    found: Any = snapshot.searcher.search(query, 1)
    return int(found.count or 0)


def answer(snapshot: Snapshot, body: Body) -> Answer:
    """Return the answer to one body.

    Raises UnsupportedQueryError.
    """
    only_known("body", body, BODY_KEYS)
    query = snapshot.compiler.compile(body["query"])
    aggregations = body.get("aggs") or {}
    counts = _counts(snapshot, query, aggregations) if aggregations else {}
    first, size = body.get("from", 0), body.get("size", 10)
    total = total_of(snapshot, query)
    hits: tuple[Hit, ...] = ()
    if size and first < total:
        hits = hits_of(
            snapshot, query, body.get("sort") or ["_score"], first, min(size, total - first)
        )
    return Answer(total, hits, counts)


def hits_of(
    snapshot: Snapshot, query: Query, sort: Sequence[Any], first: int, size: int
) -> tuple[Hit, ...]:
    """Return hits in an order, from the first on.

    Raises UnsupportedQueryError for another order than those of the contract.
    """
    searcher = snapshot.searcher
    if sort[0] == "_score":
        found = searcher.search(query, size, count=False, offset=first).hits
    else:
        name, options = only_item(sort[0])
        if name == "_geo_distance":
            found = _by_distance(snapshot, query, options)[first : first + size]
        elif name in {BY_NAME, BY_DATE} and options == "asc":
            found = searcher.search(
                query, size, count=False, offset=first, order_by_field=name, order=Order.Asc
            ).hits
        else:
            raise UnsupportedQueryError(f"sort {sort[0]!r}")
    return tuple(_hit(snapshot, score, address) for score, address in found)


def _hit(snapshot: Snapshot, score: Any, address: tantivy.DocAddress) -> Hit:
    stored = snapshot.searcher.doc(address)
    return Hit(stored[UID][0], stored[KIND][0], score if isinstance(score, float) else 0.0)


def _by_distance(snapshot: Snapshot, query: Query, options: Any) -> list[tuple[Any, Any]]:
    searcher = snapshot.searcher
    found = searcher.search(query, max(1, searcher.num_docs), count=False).hits
    addresses = [address for _, address in found]
    latitudes = searcher.fast_field_values(LATITUDE, addresses)
    longitudes = searcher.fast_field_values(LONGITUDE, addresses)
    centre = Point(options[POINT]["lon"], options[POINT]["lat"])
    known: dict[tuple[Any, Any], float] = {}

    def distance(place: tuple[Any, Any]) -> float:
        if place not in known:
            latitude, longitude = place
            known[place] = (
                math.inf if latitude is None else centre.distance_km(Point(longitude, latitude))
            )
        return known[place]

    places = zip(latitudes, longitudes, strict=True)
    ranked = sorted((distance(place), number) for number, place in enumerate(places))
    return [(0.0, addresses[number]) for _, number in ranked]


def _counts(snapshot: Snapshot, query: Query, aggregations: Body) -> dict[str, dict[str, int]]:
    kinds = {name: only_item(spec) for name, spec in aggregations.items()}
    for kind, _ in kinds.values():
        if kind not in {"terms", "range"}:
            raise UnsupportedQueryError(f"aggregation {kind!r}")
    found = snapshot.searcher.aggregate(query, dict(aggregations))
    counts: dict[str, dict[str, int]] = {}
    for name, (kind, options) in kinds.items():
        buckets = {str(one["key"]): one["doc_count"] for one in found[name]["buckets"]}
        # tantivy adds the ranges that lie between and around those which were asked for.
        asked = buckets if kind == "terms" else {one["key"] for one in options["ranges"]}
        counts[name] = {
            value: count for value, count in buckets.items() if count and value in asked
        }
    return counts
