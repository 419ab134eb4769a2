"""The engine itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Order, Query

from hub.territory.point import Point
from search.documents import BY_DATE, BY_NAME, POINT, VERSION, WORDS, Document
from search.engines.body import only_item
from search.engines.contract import (
    Answer,
    Body,
    EngineDown,
    Hit,
    OutsideTheSubset,
    Progress,
    Rebuilt,
    State,
)
from search.engines.embedded.folders import Folders
from search.engines.embedded.layout import KIND, LATITUDE, LONGITUDE, UID, tantivy_schema
from search.engines.embedded.reading import Reader, Snapshot
from search.engines.embedded.spelling import Spelling
from search.engines.embedded.writing import put, writer
from search.schema import Schema

BODY_KEYS = {"query", "from", "size", "sort", "aggs", "track_total_hits"}
BUILDING_THREADS = 2


class TantivyEngine:
    """Answers from the index of a folder; `schema` gives what is declared at the time."""

    name = "tantivy"

    def __init__(self, root: Path, schema: Callable[[], Schema]) -> None:
        self._folders = Folders(root)
        self._schema = schema
        self._reader = Reader(self._folders)
        self._spelling = Spelling()

    def msearch(self, bodies: Sequence[Body]) -> list[Answer]:
        """Answer several bodies from one state of the index."""
        snapshot = self._snapshot()
        with _panics_told():
            return [_answer(snapshot, body) for body in bodies]

    def scan(self, query: Body, sort: Sequence[Any] = ()) -> Iterator[Hit]:
        """Yield all documents of a query, by name unless a sort is given."""
        snapshot = self._snapshot()
        with _panics_told():
            compiled = snapshot.compiler.compile(query)
            total = snapshot.searcher.search(compiled, 1).count or 0
            order = list(sort) or [{BY_NAME: "asc"}]
            found = _hits(snapshot, compiled, order, 0, total) if total else ()
        yield from found

    def put(self, documents: Sequence[Document]) -> None:
        """Replace documents, in one commit."""
        with self._writing() as held:
            put(held, documents, self._schema())

    def remove(self, uids: Sequence[str]) -> None:
        """Take documents out, in one commit."""
        with self._writing() as held:
            for uid in uids:
                held.delete_documents_by_term(UID, uid)

    def rebuild(self, documents: Iterable[Document], progress: Progress | None = None) -> Rebuilt:
        """Build an index in a folder of its own."""
        schema = self._schema()
        folder = self._folders.new(schema.name)
        count = 0
        index = tantivy.Index(tantivy_schema(schema), path=str(folder))
        with _panics_told(), writer(index, BUILDING_THREADS) as held:
            for one in documents:
                put(held, [one], schema)
                count += 1
                if progress:
                    progress(count)
        return _Beside(self._folders, folder, count)

    def versions(self) -> dict[str, int]:
        """Return the version of each document of the index."""
        snapshot = self._snapshot()
        searcher = snapshot.searcher
        total = searcher.num_docs
        if not total:
            return {}
        found = searcher.search(Query.all_query(), total, count=False)
        addresses = [address for _, address in found.hits]
        numbers = searcher.fast_field_values(VERSION, addresses)
        uids = (searcher.doc(address)[UID][0] for address in addresses)
        return dict(zip(uids, map(int, numbers), strict=True))

    def words(self, prefix: str, query: Body, limit: int) -> list[tuple[str, int]]:
        """Return words of the documents of a query; words of removed documents do not count."""
        snapshot = self._snapshot()
        with _panics_told():
            compiled = snapshot.compiler.compile(query)
            # One more: the mark of a gap is a word of no text.
            found = snapshot.searcher.terms_with_prefix(WORDS, prefix, compiled, limit + 1)
        return [(word, count) for word, count in found if count and word != "_"][:limit]

    def similar(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return words at one edit, then at two."""
        with _panics_told():
            return self._spelling.similar(self._snapshot(), word, limit)

    def state(self) -> State:
        """Tell whether the index can answer."""
        folder = self._folders.current()
        if folder is None:
            return State.MISSING
        if not folder.name.startswith(f"{self._schema().name}-"):
            return State.OUTDATED
        try:
            snapshot = self._snapshot()
            with _panics_told():
                snapshot.searcher.search(Query.all_query(), 1)
        except EngineDown:
            return State.DAMAGED
        return State.READY

    def generation(self) -> str:
        """Return a text that differs after each commit and each swap."""
        stamp = self._reader.stamp()
        return "-".join(map(str, stamp)) if stamp else ""

    def _snapshot(self) -> Snapshot:
        return self._reader.snapshot(self._schema())

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        with _panics_told(), writer(self._snapshot().index) as held:
            yield held


class _Beside:
    def __init__(self, folders: Folders, folder: Path, count: int) -> None:
        self._folders, self._folder, self.count = folders, folder, count

    def swap(self) -> None:
        self._folders.point_to(self._folder)
        self._folders.tidy(keep=self._folder)

    def abandon(self) -> None:
        current = self._folders.current()
        if current != self._folder:
            self._folders.remove(self._folder)


def _answer(snapshot: Snapshot, body: Body) -> Answer:
    unknown = set(body) - BODY_KEYS
    if unknown:
        raise OutsideTheSubset(f"body with {sorted(unknown)}")
    query = snapshot.compiler.compile(body["query"])
    aggregations = body.get("aggs") or {}
    counts = _counts(snapshot, query, aggregations) if aggregations else {}
    first, size = body.get("from", 0), body.get("size", 10)
    # A limit of 0 would panic.
    total = snapshot.searcher.search(query, 1).count or 0
    hits = ()
    if size and first < total:
        hits = _hits(snapshot, query, body.get("sort") or ["_score"], first, min(size, total - first))
    return Answer(total, hits, counts)


def _hits(
    snapshot: Snapshot, query: Query, sort: Sequence[Any], first: int, size: int
) -> tuple[Hit, ...]:
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
            raise OutsideTheSubset(f"sort {sort[0]!r}")
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
                float("inf") if latitude is None else centre.distance_km(Point(longitude, latitude))
            )
        return known[place]

    places = zip(latitudes, longitudes, strict=True)
    ranked = sorted(
        (distance(place), number) for number, place in enumerate(places)
    )
    return [(far, addresses[number]) for far, number in ranked]


def _counts(snapshot: Snapshot, query: Query, aggregations: Body) -> dict[str, dict[str, int]]:
    for spec in aggregations.values():
        if only_item(spec)[0] not in {"terms", "range"}:
            raise OutsideTheSubset(f"aggregation {spec!r}")
    found = snapshot.searcher.aggregate(query, dict(aggregations))
    return {
        name: {str(one["key"]): one["doc_count"] for one in found[name]["buckets"] if one["doc_count"]}
        for name in aggregations
    }


@contextmanager
def _panics_told() -> Iterator[None]:
    """Turn a panic of the library, which is no Exception, and a broken file into EngineDown."""
    try:
        yield
    except (EngineDown, OutsideTheSubset):
        raise
    except (ValueError, OSError) as error:
        raise EngineDown(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineDown(f"the search library has panicked: {error}") from error
