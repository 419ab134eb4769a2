"""The words of the index in a small index of their own, in memory: near spellings in no time."""

from __future__ import annotations

import threading

import tantivy
from tantivy import Order, Query

from search.documents import WORDS
from search.engines.embedded.reading import Snapshot, Stamp

WORD, FREQUENCY = "word", "frequency"
SHORTEST = 3
HEAP = 15_000_000


class Spelling:
    """Near spellings among the words of one state of the index, read again when it has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[Stamp, tantivy.Index] | None = None

    def similar(self, snapshot: Snapshot, word: str, limit: int) -> list[tuple[str, int]]:
        """Return words at one edit, then at two, each list by frequency."""
        words = self._words_of(snapshot)
        searcher = words.searcher()
        found: dict[str, int] = {}
        for distance in (1, 2):
            query = Query.fuzzy_term_query(words.schema, WORD, word, distance=distance)
            hits = searcher.search(
                query, limit + 1, count=False, order_by_field=FREQUENCY, order=Order.Desc
            ).hits
            for frequency, address in hits:
                found.setdefault(searcher.doc(address)[WORD][0], int(frequency))
            if len(found) > limit:
                break
        found.pop(word, None)
        return list(found.items())[:limit]

    def _words_of(self, snapshot: Snapshot) -> tantivy.Index:
        kept = self._kept
        if kept and kept[0] == snapshot.stamp:
            return kept[1]
        with self._lock:
            if self._kept is None or self._kept[0] != snapshot.stamp:
                self._kept = (snapshot.stamp, _index_of(snapshot))
            return self._kept[1]


def _index_of(snapshot: Snapshot) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORD, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(FREQUENCY, fast=True)
    index = tantivy.Index(builder.build())
    held = index.writer(HEAP, 1)
    for word, count in snapshot.searcher.terms_with_prefix(WORDS, "", Query.all_query()):
        if len(word) >= SHORTEST and not word.isdigit():
            held.add_document(tantivy.Document(**{WORD: [word], FREQUENCY: [count]}))
    held.commit()
    held.wait_merging_threads()
    index.reload()
    return index
