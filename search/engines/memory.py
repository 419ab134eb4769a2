"""The oracle: it reads every document for every question, slowly and obviously right."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hub.territory.point import Point
from search.analysis import GAP, STOP_WORDS
from search.documents import BODY, BODY_ALT, POINT, TITLE, TITLE_ALT, WORDS, Document
from search.engines.body import (
    BODY_KEYS,
    BOOL_KEYS,
    bounds_of,
    box_of,
    circle_of,
    fuzziness_of,
    least_of,
    node_of,
    only_item,
    only_known,
    value_of,
)
from search.engines.contract import (
    Answer,
    Body,
    Hit,
    Progress,
    Rebuilt,
    State,
    UnsupportedQueryError,
)
from search.engines.edit_distance import edit_distance

TEXTS = frozenset({TITLE, TITLE_ALT, BODY, BODY_ALT, WORDS})
Scored = float | None  # None: the document does not match


class MemoryEngine:
    """Documents in a dictionary. For tests: nothing is kept when the process ends."""

    name = "memory"

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._moves = 0

    def msearch(self, bodies: Sequence[Body]) -> list[Answer]:
        """Answer each body from all documents."""
        return [self._answer(body) for body in bodies]

    def scan(self, query: Body, sort: Sequence[Any] = ()) -> Iterator[Hit]:
        """Yield the documents of a query, by name unless a sort is given."""
        found = self._found(query)
        for uid in self._sorted(found, list(sort) or [{"by_name": "asc"}]):
            yield Hit(uid, self._documents[uid].kind, found[uid])

    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents by their identity."""
        self._documents |= {one.uid: one for one in documents}
        self._moves += 1

    def remove(self, uids: Sequence[str], versions: Mapping[str, int] | None = None) -> None:
        """Forget documents."""
        for uid in uids:
            self._documents.pop(uid, None)
        self._moves += 1

    def rebuild(self, documents: Iterable[Document], progress: Progress | None = None) -> Rebuilt:
        """Read documents into another dictionary."""
        beside: dict[str, Document] = {}
        for number, one in enumerate(documents, start=1):
            beside[one.uid] = one
            if progress:
                progress(number)
        return _Beside(self, beside)

    def take(self, documents: dict[str, Document]) -> None:
        """Answer from these documents from now on."""
        self._documents = documents
        self._moves += 1

    def versions(self) -> dict[str, int]:
        """Return the version of each document."""
        return {one.uid: one.version for one in self._documents.values()}

    def words(self, prefix: str, query: Body, limit: int) -> list[tuple[str, int]]:
        """Count the words of the documents of a query that begin so."""
        counts = self._counts(query)
        said = [
            one for one in counts.items() if one[0].startswith(prefix) and one[0] not in STOP_WORDS
        ]
        return sorted(said, key=lambda one: (-one[1], one[0]))[:limit]

    def similar(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Compare a word with all words."""
        counts = self._counts({"match_all": {}})
        near = [(edit_distance(word, one, most=2), -count, one) for one, count in counts.items()]
        kept = sorted(one for one in near if one[0] is not None and one[0] > 0)
        return [(other, -count) for _, count, other in kept[:limit]]

    def state(self) -> State:
        """It can always answer."""
        return State.READY

    def set_aside(self) -> None:
        """Nothing of it can be damaged."""

    def remarks(self) -> list[str]:
        """There is nothing to know."""
        return []

    def generation(self) -> str:
        """Return how many times it has changed."""
        return f"{id(self)}-{self._moves}"

    def _answer(self, body: Body) -> Answer:
        only_known("body", body, BODY_KEYS)
        found = self._found(body["query"])
        order = self._sorted(found, body.get("sort", ["_score"]))
        first = body.get("from", 0)
        page = order[first : first + body.get("size", 10)]
        return Answer(
            total=len(found),
            hits=tuple(Hit(uid, self._documents[uid].kind, found[uid]) for uid in page),
            counts={name: self._count(spec, found) for name, spec in body.get("aggs", {}).items()},
        )

    def _counts(self, query: Body) -> Counter[str]:
        counts: Counter[str] = Counter()
        for uid in self._found(query):
            counts.update(set(self._documents[uid].texts[WORDS].split()) - {GAP})
        return counts

    def _found(self, query: Body) -> dict[str, float]:
        matcher = _Matcher(self._documents.values())
        scores = {uid: matcher.score(query, one) for uid, one in self._documents.items()}
        return {uid: score for uid, score in scores.items() if score is not None}

    def _sorted(self, found: Mapping[str, float], sort: Sequence[Any]) -> list[str]:
        return sorted(found, key=lambda uid: (self._sort_key(sort[0], uid, found), uid))

    def _sort_key(self, sort: Any, uid: str, found: Mapping[str, float]) -> Any:
        if sort == "_score":
            return -found[uid]
        name, options = only_item(sort)
        document = self._documents[uid]
        if name == "_geo_distance":
            centre = Point(options[POINT]["lon"], options[POINT]["lat"])
            place = document.point
            return centre.distance_km(Point(place[1], place[0])) if place else math.inf
        return getattr(document, name)

    def _count(self, spec: Body, found: Iterable[str]) -> dict[str, int]:
        kind, options = only_item(spec)
        counts: Counter[str] = Counter()
        for uid in found:
            document = self._documents[uid]
            if kind == "terms":
                counts.update(set(document.values.get(options["field"], ())))
            elif kind == "range":
                counts.update(_ranges_of(document.numbers.get(options["field"]), options["ranges"]))
            else:
                raise UnsupportedQueryError(f"aggregation {kind!r}")
        return dict(counts)


class _Beside:
    def __init__(self, engine: MemoryEngine, documents: dict[str, Document]) -> None:
        self._engine, self._documents = engine, documents
        self.count = len(documents)

    def swap(self) -> None:
        self._engine.take(self._documents)

    def abandon(self) -> None:
        self._documents.clear()


class _Matcher:
    """Scores documents; a clause weighs by how rare it is (BM25 without lengths)."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = list(documents)

    def score(self, query: Body, document: Document) -> Scored:
        """Return the score of a document, None where it does not match.

        Raises UnsupportedQueryError.
        """
        node, options = node_of(self, query)
        score: Scored = node(options, document)
        return score

    def _match_all(self, options: Any, document: Document) -> Scored:
        return 1.0

    def _match_none(self, options: Any, document: Document) -> Scored:
        return None

    def _bool(self, options: Any, document: Document) -> Scored:
        only_known("bool", options, BOOL_KEYS)
        must = [self.score(one, document) for one in options.get("must", ())]
        kept = [self.score(one, document) for one in options.get("filter", ())]
        refused = [self.score(one, document) for one in options.get("must_not", ())]
        should = [self.score(one, document) for one in options.get("should", ())]
        met = [one for one in (*must, *should) if one is not None]
        if None in must or None in kept or any(one is not None for one in refused):
            return None
        return sum(met) if len(met) - len(must) >= least_of(options) else None

    def _dis_max(self, options: Any, document: Document) -> Scored:
        scores = [self.score(one, document) for one in options["queries"]]
        return max((one for one in scores if one is not None), default=None)

    def _constant_score(self, options: Any, document: Document) -> Scored:
        met = self.score(options["filter"], document)
        return None if met is None else float(options.get("boost", 1.0))

    def _term(self, options: Any, document: Document) -> Scored:
        name, value, boost = value_of(options)
        if str(value) not in _held(document, name):
            return None
        return boost * self._rarity(name, str(value)) if name in TEXTS else boost

    def _terms(self, options: Any, document: Document) -> Scored:
        name, values = only_item(options)
        return 1.0 if set(map(str, values)) & set(_held(document, name)) else None

    def _prefix(self, options: Any, document: Document) -> Scored:
        name, value, boost = value_of(options)
        return boost if any(one.startswith(value) for one in _held(document, name)) else None

    def _fuzzy(self, options: Any, document: Document) -> Scored:
        name, value, boost = value_of(options)
        most = fuzziness_of(options)
        held = _held(document, name)
        return boost if any(edit_distance(value, one, most) is not None for one in held) else None

    def _match_phrase(self, options: Any, document: Document) -> Scored:
        name, value, boost = value_of(options, key="query")
        text, row = document.texts[name].split(), value.split()
        starts = range(len(text) - len(row) + 1)
        return 2 * boost if any(text[at : at + len(row)] == row for at in starts) else None

    def _range(self, options: Any, document: Document) -> Scored:
        name, sides = only_item(options)
        number = document.numbers.get(name)
        low, high = bounds_of(sides)
        return 1.0 if number is not None and low <= number < high else None

    def _geo_bounding_box(self, options: Any, document: Document) -> Scored:
        if document.point is None:
            return None
        latitude, longitude = document.point
        inside = any(
            west <= longitude <= east and south <= latitude <= north
            for west, south, east, north in box_of(options)
        )
        return 1.0 if inside else None

    def _geo_distance(self, options: Any, document: Document) -> Scored:
        centre, km = circle_of(options)
        if document.point is None:
            return None
        place = Point(document.point[1], document.point[0])
        return 1.0 if centre.distance_km(place) <= km else None

    def _rarity(self, name: str, token: str) -> float:
        holders = sum(token in _held(one, name) for one in self._documents)
        return math.log(1 + (len(self._documents) - holders + 0.5) / (holders + 0.5))


def _held(document: Document, name: str) -> Sequence[str]:
    if name in TEXTS:
        return document.texts[name].split()
    return (document.uid,) if name == "uid" else document.values.get(name, ())


def _ranges_of(number: int | None, ranges: Sequence[Mapping[str, Any]]) -> list[str]:
    if number is None:
        return []
    return [
        one["key"]
        for one in ranges
        if one.get("from", -math.inf) <= number < one.get("to", math.inf)
    ]
