"""Bodies of the contract as they are sent. What is outside the subset raises, as on any engine.

Most of a query goes as it is. What Elasticsearch would read otherwise than the embedded engine is
spelt out: the edges of boxes, ties, the least of a `bool`. BM25 is the same on both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from search.documents import BY_DATE, BY_NAME, POINT, TEXT_FIELDS
from search.engines.body import (
    BODY_KEYS,
    BOOL_KEYS,
    bounds_of,
    box_of,
    circle_of,
    fuzziness_of,
    least_of,
    node_of,
    only_field,
    only_item,
    only_known,
    value_of,
)
from search.engines.contract import Body, UnsupportedQueryError
from search.engines.elastic.layout import KIND, UID
from search.schema import Schema

# Points are kept to a centimetre, rounded down: without this, one on the edge would fall outside.
EDGE = 2e-7  # degrees


class Translator:
    """Translates for one schema."""

    def __init__(self, schema: Schema) -> None:
        self._values = {*schema.values, UID}
        self._numbers = set(schema.numbers)
        self._texts = set(TEXT_FIELDS)

    def body(self, body: Body) -> dict[str, Any]:
        """Return a whole body.

        Raises UnsupportedQueryError.
        """
        only_known("body", body, BODY_KEYS)
        size = body.get("size", 10)
        sent: dict[str, Any] = {
            "query": self.query(body["query"]),
            "size": size,
            "track_total_hits": True,
        }
        if size:
            sent |= {
                "from": body.get("from", 0),
                "sort": self.sort(body.get("sort") or ["_score"]),
                "docvalue_fields": [KIND],
            }
        if aggregations := body.get("aggs"):
            sent["aggs"] = {name: self._counted(spec) for name, spec in aggregations.items()}
        return sent

    def query(self, query: Body) -> dict[str, Any]:
        """Return a query.

        Raises UnsupportedQueryError for any node, option or field that is not of the subset.
        """
        node, options = node_of(self, query)
        made: dict[str, Any] = node(options)
        return made

    def sort(self, sort: Sequence[Any]) -> list[Any]:
        """Return an order in which no two documents are equal.

        Raises UnsupportedQueryError for another order than those of the contract.
        """
        if sort[0] == "_score":
            return [{"_score": "desc"}, {UID: "asc"}]
        name, options = only_item(sort[0])
        if name == "_geo_distance":
            return [{name: options}, {UID: "asc"}]
        if name in {BY_NAME, BY_DATE} and options == "asc":
            return [{name: "asc"}, {UID: "asc"}]
        raise UnsupportedQueryError(f"sort {sort[0]!r}")

    def _counted(self, spec: Body) -> dict[str, Any]:
        kind, options = only_item(spec)
        if kind not in {"terms", "range"}:
            raise UnsupportedQueryError(f"aggregation {kind!r}")
        only_field(options["field"], self._values if kind == "terms" else self._numbers)
        return {kind: dict(options)}

    def _match_all(self, options: Any) -> dict[str, Any]:
        return {"match_all": {}}

    def _match_none(self, options: Any) -> dict[str, Any]:
        return {"match_none": {}}

    def _bool(self, options: Any) -> dict[str, Any]:
        only_known("bool", options, BOOL_KEYS)
        parts: dict[str, Any] = {
            name: [self.query(one) for one in options.get(name, ())]
            for name in ("must", "should", "must_not", "filter")
        }
        if parts["should"]:
            parts["minimum_should_match"] = least_of(options)
        else:
            least_of(options)
        return {"bool": {name: part for name, part in parts.items() if part != []}}

    def _dis_max(self, options: Any) -> dict[str, Any]:
        return {"dis_max": {"queries": [self.query(one) for one in options["queries"]]}}

    def _constant_score(self, options: Any) -> dict[str, Any]:
        boost = float(options.get("boost", 1.0))
        return {"constant_score": {"filter": self.query(options["filter"]), "boost": boost}}

    def _term(self, options: Any) -> dict[str, Any]:
        name, value, boost = value_of(options)
        only_field(name, self._texts | self._values)
        if name not in self._texts:
            # Its rarity would count: a value of a facet is there or not.
            found = {"term": {name: {"value": str(value)}}}
            return {"constant_score": {"filter": found, "boost": boost}}
        return {"term": {name: {"value": str(value), "boost": boost}}}

    def _terms(self, options: Any) -> dict[str, Any]:
        name, values = only_item(options)
        only_field(name, self._values)
        return {"terms": {name: [str(one) for one in values]}}

    def _prefix(self, options: Any) -> dict[str, Any]:
        name, value, boost = value_of(options)
        only_field(name, self._texts)
        return {"prefix": {name: {"value": value, "boost": boost}}}

    def _fuzzy(self, options: Any) -> dict[str, Any]:
        name, value, boost = value_of(options)
        only_field(name, self._texts)
        edits = {"fuzziness": fuzziness_of(options), "transpositions": True}
        every = {"rewrite": "constant_score"}  # else fifty spellings at most
        return {"fuzzy": {name: {"value": value, "boost": boost, **edits, **every}}}

    def _match_phrase(self, options: Any) -> dict[str, Any]:
        name, value, boost = value_of(options, key="query")
        only_field(name, self._texts)
        return {"match_phrase": {name: {"query": value, "boost": boost}}}

    def _range(self, options: Any) -> dict[str, Any]:
        name, sides = only_item(options)
        only_field(name, self._numbers)
        bounds_of(sides)
        return {"range": {name: dict(sides)}}

    def _geo_bounding_box(self, options: Any) -> dict[str, Any]:
        boxes = [
            {
                "geo_bounding_box": {
                    POINT: {
                        "top_left": {"lat": min(north + EDGE, 90), "lon": max(west - EDGE, -180)},
                        "bottom_right": {
                            "lat": max(south - EDGE, -90),
                            "lon": min(east + EDGE, 180),
                        },
                    }
                }
            }
            for west, south, east, north in box_of(options)
            if south <= north
        ]
        return (
            {"bool": {"should": boxes, "minimum_should_match": 1}} if boxes else {"match_none": {}}
        )

    def _geo_distance(self, options: Any) -> dict[str, Any]:
        centre, km = circle_of(options)
        place = {"lat": centre.latitude, "lon": centre.longitude}
        return {"geo_distance": {"distance": f"{km}km", POINT: place}}
