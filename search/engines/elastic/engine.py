"""The engine itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from hub.settings.search import SearchServer
from search.documents import BY_NAME, VERSION, Document
from search.engines.contract import (
    Answer,
    Body,
    Hit,
    Progress,
    Rebuilt,
    State,
)
from search.engines.elastic import spelling
from search.engines.elastic.answering import answer_of, ask, read_all
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.connecting import READING_ALL_SECONDS, WRITING_SECONDS, connect
from search.engines.elastic.faults import read, told
from search.engines.elastic.indexes import Indexes
from search.engines.elastic.layout import UID
from search.engines.elastic.translating import Translator
from search.engines.elastic.writing import put, remove, write, write_at_once
from search.schema import Schema

ALL: Body = {"match_all": {}}
# What another process has written is noticed after so many seconds; what we wrote, at once.
NOTICED_WITHIN = 1.0


class ElasticEngine:
    """Answers from servers; `schema` gives what is declared at the time."""

    name = "elastic"

    def __init__(self, server: SearchServer, schema: Callable[[], Schema]) -> None:
        self._server, self._schema = server, schema
        self._client = connect(server)
        self._patient = self._client.options(request_timeout=READING_ALL_SECONDS)
        self._writing = self._client.options(request_timeout=WRITING_SECONDS)
        self._breaker = Breaker()
        self._generation: tuple[float, str] | None = None

    def msearch(self, bodies: Sequence[Body]) -> list[Answer]:
        """Answer several bodies by one request."""
        schema = self._schema()
        translator = Translator(schema)
        sent = [translator.body(one) for one in bodies]
        return [answer_of(one) for one in self._ask(sent, schema)]

    def scan(self, query: Body, sort: Sequence[Any] = ()) -> Iterator[Hit]:
        """Yield all documents of a query, by name unless a sort is given."""
        translator = Translator(self._schema())
        order = translator.sort(list(sort) or [{BY_NAME: "asc"}])
        for hit, _ in self._read_all(translator.query(query), order):
            yield hit

    def put(self, documents: Sequence[Document]) -> None:
        """Put documents in their versions, shown at once."""
        schema = self._schema()
        self._write(put(self._alias(schema), documents, schema))

    def remove(self, uids: Sequence[str], versions: Mapping[str, int] | None = None) -> None:
        """Take documents out, at once."""
        self._write(remove(self._alias(self._schema()), uids, versions or {}))

    def rebuild(self, documents: Iterable[Document], progress: Progress | None = None) -> Rebuilt:
        """Build an index beside; where this fails, nothing is left of it."""
        schema = self._schema()
        indexes = Indexes(self._writing, self._server)
        with self._breaker.guard(), told():
            name = indexes.new(schema)
        count = 0
        try:
            with told():
                for _ in write_at_once(self._writing, put(name, documents, schema)):
                    count += 1
                    if progress:
                        progress(count)
        except BaseException:
            _Beside(self, indexes, name, schema, count).abandon()
            raise
        return _Beside(self, indexes, name, schema, count)

    def versions(self) -> dict[str, int]:
        """Return the version of each document of the index."""
        found = self._read_all(ALL, [{UID: "asc"}], VERSION)
        return {hit.uid: int(version) for hit, version in found}

    def words(self, prefix: str, query: Body, limit: int) -> list[tuple[str, int]]:
        """Return words of the documents of a query; words of removed documents do not count."""
        schema = self._schema()
        translated = Translator(schema).query(query)
        body = spelling.words_body(translated, prefix)
        words, is_exact = spelling.words_of(self._ask([body], schema)[0], prefix, limit)
        if is_exact or not words:
            return words
        counting = spelling.counts_body([word for word, _ in words], translated)
        counts = spelling.counts_of(self._ask([counting], schema)[0])
        return sorted(counts.items(), key=lambda one: (-one[1], one[0]))

    def similar(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return words at one edit, then at two, that documents still hold."""
        schema = self._schema()
        found = self._ask([spelling.similar_body(word)], schema)[0]
        candidates = spelling.candidates_of(found)
        if not candidates:
            return []
        counting = spelling.counts_body(candidates, ALL)
        counts = spelling.counts_of(self._ask([counting], schema)[0])
        return spelling.nearest_first(word, counts, limit)

    def state(self) -> State:
        """Tell whether the index can answer.

        Raises EngineDownError where the servers do not.
        """
        with self._breaker.guard(), told():
            return Indexes(self._client, self._server).state(self._schema())

    def set_aside(self) -> None:
        """Keep the index that answers under another alias."""
        with self._breaker.guard(), told():
            Indexes(self._writing, self._server).set_aside(self._schema())

    def remarks(self) -> list[str]:
        """Return what an operator should know."""
        with self._breaker.guard(), told():
            return Indexes(self._client, self._server).remarks(self._schema())

    def generation(self) -> str:
        """Return the index and the numbers of its last operations, remembered for a moment."""
        kept, now = self._generation, time.monotonic()
        if kept and now - kept[0] < NOTICED_WITHIN:
            return kept[1]
        with self._breaker.guard(), told():
            stats = self._client.indices.stats(
                index=self._alias(self._schema()), metric="docs", level="shards"
            )
            with read():
                generation = _operations(stats["indices"])
        self._generation = (now, generation)
        return generation

    def remove_everything(self) -> None:
        """Remove all indexes of this prefix."""
        indexes = Indexes(self._writing, self._server)
        with told():
            for one in indexes.kept():
                indexes.remove(one.name)

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def forget_generation(self) -> None:
        """Have the next `generation` ask: the index has just changed."""
        self._generation = None

    def _alias(self, schema: Schema) -> str:
        return Indexes(self._client, self._server).alias(schema)

    def _ask(self, bodies: Sequence[Body], schema: Schema) -> list[Mapping[str, Any]]:
        with self._breaker.guard(), told():
            return ask(self._client, self._alias(schema), bodies, self._server.shards)

    def _write(self, actions: Iterable[dict[str, Any]]) -> None:
        try:
            with self._breaker.guard(), told():
                for _ in write(self._writing, actions, refresh=True, require_alias=True):
                    pass
        finally:
            self.forget_generation()

    def _read_all(
        self, query: Body, sort: Sequence[Any], field: str = UID
    ) -> Iterator[tuple[Hit, Any]]:
        with self._breaker.guard(), told():
            yield from read_all(self._patient, self._alias(self._schema()), query, sort, field)


class _Beside:
    def __init__(
        self, engine: ElasticEngine, indexes: Indexes, name: str, schema: Schema, count: int
    ) -> None:
        self._engine, self._indexes, self._name, self._schema = engine, indexes, name, schema
        self.count = count

    def swap(self) -> None:
        with told():
            self._indexes.point_to(self._name, self._schema)
            for one in self._indexes.leftovers():
                self._indexes.remove(one)
        self._engine.forget_generation()

    def abandon(self) -> None:
        with told():
            if not self._indexes.is_answering(self._name):
                self._indexes.remove(self._name)


def _operations(indexes: Mapping[str, Any]) -> str:
    """Return the name of each index with the number of the last operation of each shard."""
    return " ".join(
        f"{name}:{number}:{max(copy['seq_no']['max_seq_no'] for copy in copies)}"
        for name, index in sorted(indexes.items())
        for number, copies in sorted(index["shards"].items())
    )
