"""The words of the index in a small index of their own, in memory: near spellings in no time."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass

import tantivy
from tantivy import Order, Query

from search.documents import WORDS
from search.engines.embedded.reading import Snapshot, Stamp

logger = logging.getLogger("hub.search")

WORD, FREQUENCY = "word", "frequency"
SHORTEST = 3
HEAP = 15_000_000
# So many words are read while a visitor waits; more are read beside, and the former words serve.
FEW = 5_000
# Reading takes at most this part of the time, however often the index changes.
SHARE = 0.1


@dataclass(frozen=True)
class Words:
    """The words of one state of the index, when they were read, and how long it took."""

    stamp: Stamp
    index: tantivy.Index
    count: int
    read_at: float
    seconds: float

    @property
    def may_be_renewed(self) -> bool:
        """Whether reading again would not take too much of the time."""
        return time.monotonic() - self.read_at > self.seconds / SHARE


class Spelling:
    """Near spellings among the words of a state of the index, read again when it has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: Words | None = None

    def similar(self, snapshot: Snapshot, word: str, limit: int) -> list[tuple[str, int]]:
        """Return words at one edit, then at two, each list by frequency.

        A word that came just now may be missing, and one that is gone may be there.
        """
        words = self._words_of(snapshot).index
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

    def _words_of(self, snapshot: Snapshot) -> Words:
        kept = self._kept
        if kept and kept.stamp == snapshot.stamp:
            return kept
        if kept and kept.count > FEW:
            if kept.may_be_renewed and self._lock.acquire(blocking=False):
                threading.Thread(target=self._renew, args=[snapshot], daemon=True).start()
            return kept
        with self._lock:
            if self._kept is None or self._kept.stamp != snapshot.stamp:
                self._kept = _read(snapshot)
            return self._kept

    def _renew(self, snapshot: Snapshot) -> None:
        """Read the words again; the lock was taken for this."""
        try:
            self._kept = _read(snapshot)
        except (ValueError, OSError) as error:
            # Its files are gone, for a newer index: the next search reads that one.
            logger.info("The words of the index were not read: %s", error)
        finally:
            self._lock.release()


def _read(snapshot: Snapshot) -> Words:
    begun = time.monotonic()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORD, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(FREQUENCY, fast=True)
    index = tantivy.Index(builder.build())
    held = index.writer(HEAP, 1)
    count = 0
    for word, frequency in snapshot.searcher.terms_with_prefix(WORDS, "", Query.all_query()):
        if len(word) >= SHORTEST and not word.isdigit():
            held.add_document(tantivy.Document(**{WORD: [word], FREQUENCY: [frequency]}))
            count += 1
    held.commit()
    held.wait_merging_threads()
    index.reload()
    now = time.monotonic()
    return Words(snapshot.stamp, index, count, now, now - begun)
