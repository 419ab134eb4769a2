"""The engine itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Query

from search.analysis import GAP, STOP_WORDS
from search.documents import BY_NAME, VERSION, WORDS, Document
from search.engines.contract import (
    Answer,
    Body,
    EngineDownError,
    Hit,
    Progress,
    Rebuilt,
    State,
    UnsupportedQueryError,
)
from search.engines.embedded.answering import answer, hits_of
from search.engines.embedded.folders import Folders
from search.engines.embedded.layout import UID, tantivy_schema
from search.engines.embedded.reading import Reader, Snapshot
from search.engines.embedded.spelling import Spelling
from search.engines.embedded.writing import put, writer
from search.schema import Schema


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
            return [answer(snapshot, body) for body in bodies]

    def scan(self, query: Body, sort: Sequence[Any] = ()) -> Iterator[Hit]:
        """Yield all documents of a query, by name unless a sort is given."""
        snapshot = self._snapshot()
        with _panics_told():
            compiled = snapshot.compiler.compile(query)
            order = list(sort) or [{BY_NAME: "asc"}]
            most = snapshot.searcher.num_docs  # counting first would be searching twice
            found = hits_of(snapshot, compiled, order, 0, most) if most else ()
        yield from found

    def put(self, documents: Sequence[Document]) -> None:
        """Replace documents, in one commit."""
        with self._writing() as held:
            put(held, documents, self._schema())

    def remove(self, uids: Sequence[str], versions: Mapping[str, int] | None = None) -> None:
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
        with _panics_told(), writer(index) as held:
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
        return dict(zip(uids, (int(one or 0) for one in numbers), strict=True))

    def words(self, prefix: str, query: Body, limit: int) -> list[tuple[str, int]]:
        """Return words of the documents of a query; words of removed documents do not count."""
        snapshot = self._snapshot()
        with _panics_told():
            compiled = snapshot.compiler.compile(query)
            unsaid = {word for word in (GAP, *STOP_WORDS) if word.startswith(prefix)}
            most = limit + len(unsaid)
            found = snapshot.searcher.terms_with_prefix(WORDS, prefix, compiled, most)
        return [(word, count) for word, count in found if count and word not in unsaid][:limit]

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
        except EngineDownError:
            return State.DAMAGED
        return State.READY

    def set_aside(self) -> None:
        """Rename the folder that answers."""
        folder = self._folders.current()
        if folder:
            self._folders.set_aside(folder)

    def remarks(self) -> list[str]:
        """Name the folders that builds which were cut short have left."""
        left = self._folders.leftovers()
        return [f"Dossier laissé par une reconstruction interrompue : {one.name}." for one in left]

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
        former = self._folders.current()
        self._folders.point_to(self._folder)
        for one in [former, *self._folders.leftovers()]:
            if one:
                self._folders.remove(one)

    def abandon(self) -> None:
        if self._folders.current() != self._folder:
            self._folders.remove(self._folder)


@contextmanager
def _panics_told() -> Iterator[None]:
    """Turn a panic of the library, which is no Exception, and a broken file into our error."""
    try:
        yield
    except (EngineDownError, UnsupportedQueryError):
        raise
    except (ValueError, OSError) as error:
        raise EngineDownError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineDownError(f"the search library has panicked: {error}") from error
