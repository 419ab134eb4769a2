"""Writes to an index: one writer at a time, among threads and processes alike."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import tantivy

from search.documents import Document
from search.engines.contract import EngineDownError
from search.engines.embedded.layout import UID, tantivy_document
from search.schema import Schema

HEAP = 50_000_000  # bytes; the least that tantivy takes is 15 MB
# With several, equal scores would come in another order after each build.
THREADS = 1
PATIENCE = 20.0  # seconds, as for the database
PAUSE = 0.02


@contextmanager
def writer(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """Yield the writer of an index, waited for while another has it; what raises is rolled back.

    Raises EngineDownError when another keeps it too long.
    """
    held = _wait_for(index)
    try:
        # A writer killed during its commit leaves files, whose names the next one would take.
        held.garbage_collect_files()
        yield held
        held.commit()
    except BaseException:
        held.rollback()
        raise
    finally:
        # Merges end here, and the lock is free when the object is gone.
        held.wait_merging_threads()
        del held


def put(held: tantivy.IndexWriter, documents: Iterable[Document], schema: Schema) -> None:
    """Replace documents by their identity."""
    for one in documents:
        held.delete_documents_by_term(UID, one.uid)
        held.add_document(tantivy_document(one, schema))


def _wait_for(index: tantivy.Index) -> tantivy.IndexWriter:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return index.writer(HEAP, THREADS)
        except ValueError as busy:
            if "LockBusy" not in str(busy) or time.monotonic() > end:
                raise EngineDownError(f"the index cannot be written: {busy}") from busy
        time.sleep(PAUSE)
