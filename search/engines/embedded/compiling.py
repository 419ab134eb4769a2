"""The query language of Elasticsearch, compiled to tantivy. What is outside the subset raises."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from hub.territory.point import Point
from search.documents import TEXT_FIELDS
from search.engines.body import (
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
from search.engines.contract import Body
from search.engines.embedded.layout import LATITUDE, LONGITUDE, PLACE, UID
from search.schema import Schema

OCCURS = {"must": Occur.Must, "should": Occur.Should, "must_not": Occur.MustNot}
Places = Callable[[], list[tuple[str, Point]]]


class Compiler:
    """Compiles queries for one schema; `places` gives the places of the index, as written too."""

    def __init__(self, schema: Schema, fields: tantivy.Schema, places: Places) -> None:
        self._fields, self._places = fields, places
        self._values = {*schema.values, UID}
        self._numbers = set(schema.numbers)
        self._texts = set(TEXT_FIELDS)

    def compile(self, query: Body) -> Query:
        """Return the tantivy query.

        Raises UnsupportedQueryError for any node, option or field that is not of the subset.
        """
        node, options = node_of(self, query)
        made: Query = node(options)
        return made

    def _match_all(self, options: Any) -> Query:
        return Query.all_query()

    def _match_none(self, options: Any) -> Query:
        return Query.empty_query()

    def _bool(self, options: Any) -> Query:
        only_known("bool", options, BOOL_KEYS)
        parts = [
            (occur, self.compile(one))
            for name, occur in OCCURS.items()
            for one in options.get(name, ())
        ]
        # A filter narrows and never moves the ranking.
        parts += [
            (Occur.Must, Query.const_score_query(self.compile(one), 0.0))
            for one in options.get("filter", ())
        ]
        if all(occur == Occur.MustNot for occur, _ in parts):
            parts.append((Occur.Must, Query.all_query()))
        return Query.boolean_query(parts, least_of(options))

    def _dis_max(self, options: Any) -> Query:
        return Query.disjunction_max_query([self.compile(one) for one in options["queries"]])

    def _constant_score(self, options: Any) -> Query:
        return Query.const_score_query(
            self.compile(options["filter"]), float(options.get("boost", 1.0))
        )

    def _term(self, options: Any) -> Query:
        name, value, boost = value_of(options)
        only_field(name, self._texts | self._values)
        option = "freq" if name in self._texts else "basic"
        return _boosted(Query.term_query(self._fields, name, str(value), option), boost)

    def _terms(self, options: Any) -> Query:
        name, values = only_item(options)
        only_field(name, self._values)
        return Query.term_set_query(self._fields, name, [str(one) for one in values])

    def _prefix(self, options: Any) -> Query:
        name, value, boost = value_of(options)
        only_field(name, self._texts)
        found = Query.fuzzy_term_query(self._fields, name, value, distance=0, prefix=True)
        return Query.const_score_query(found, boost)

    def _fuzzy(self, options: Any) -> Query:
        name, value, boost = value_of(options)
        only_field(name, self._texts)
        found = Query.fuzzy_term_query(self._fields, name, value, distance=fuzziness_of(options))
        return Query.const_score_query(found, boost)

    def _match_phrase(self, options: Any) -> Query:
        name, value, boost = value_of(options, key="query")
        only_field(name, self._texts)
        row = value.split()
        if len(row) == 1:
            return _boosted(Query.term_query(self._fields, name, row[0], "freq"), boost)
        return _boosted(Query.phrase_query(self._fields, name, list(row)), boost)

    def _range(self, options: Any) -> Query:
        name, sides = only_item(options)
        only_field(name, self._numbers)
        low, high = bounds_of(sides)
        if low == -math.inf and high == math.inf:
            return Query.exists_query(name)
        return Query.range_query(
            self._fields,
            name,
            FieldType.Integer,
            None if low == -math.inf else int(low),
            None if high == math.inf else int(high),
            include_upper=high == math.inf,
        )

    def _geo_bounding_box(self, options: Any) -> Query:
        boxes = [
            Query.boolean_query(
                [
                    (Occur.Must, self._degrees(LATITUDE, south, north)),
                    (Occur.Must, self._degrees(LONGITUDE, west, east)),
                ]
            )
            for west, south, east, north in box_of(options)
        ]
        return Query.boolean_query([(Occur.Should, one) for one in boxes])

    def _geo_distance(self, options: Any) -> Query:
        centre, km = circle_of(options)
        west, south, east, north = centre.box(km)
        if west < -180 or east > 180:
            west, east = -180, 180
        # Degrees are compared first: the sphere costs thirty times as much.
        inside = [
            place
            for place, point in self._places()
            if south <= point.latitude <= north
            and west <= point.longitude <= east
            and centre.distance_km(point) <= km
        ]
        return Query.term_set_query(self._fields, PLACE, inside)

    def _degrees(self, name: str, low: float, high: float) -> Query:
        return Query.range_query(self._fields, name, FieldType.Float, float(low), float(high))


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)
