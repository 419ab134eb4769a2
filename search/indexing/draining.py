"""Brings to the index what the outbox holds: once a change is committed, and when asked to."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django_tasks import task

from hub.content.freshness.turn import take_turn
from hub.locks import held
from search.engines import get_engine
from search.engines.contract import Engine, EngineDownError, State
from search.indexing.building import build
from search.models import DocumentState, IndexEpoch

logger = logging.getLogger("hub.search")

BATCH = 100
PATIENCE = 20.0  # seconds, as for the database
STORED = ("kind", "page_key", "indexed", "deleted", "title", "text")


class BusyError(EngineDownError):
    """Another process has been writing to the index for too long."""


class _Holding(threading.local):
    depth = 0
    is_asked = False


_holding = _Holding()


@contextmanager
def drained_once() -> Iterator[None]:
    """Bring all changes made inside to the index together, at the end: for long jobs."""
    _holding.depth += 1
    try:
        yield
    finally:
        _holding.depth -= 1
        if not _holding.depth and _holding.is_asked:
            _holding.is_asked = False
            transaction.on_commit(_enqueue, robust=True)


def ask_for_a_drain() -> None:
    """Have the outbox drained when the transaction is committed, once for all its changes."""
    connection = transaction.get_connection()
    if not any(callback[1] is _enqueue for callback in connection.run_on_commit):
        # Robust: what search cannot do must not make a publication fail.
        transaction.on_commit(_enqueue, robust=True)


def _enqueue() -> None:
    if _holding.depth:
        _holding.is_asked = True
    else:
        drain_outbox.enqueue()


@task()
def drain_outbox() -> int:
    """Drain; where the engine is down, what waits is left for the next drain, and told."""
    try:
        return drain()
    except EngineDownError as down:
        logger.error("The index was not brought up to date, it will be tried again: %s", down)  # noqa: TRY400
        return 0


def drain() -> int:
    """Bring all that waits to the index; return how many documents that was.

    Without an index, or with one of another version, nothing is done: a rebuild takes all.
    Raises EngineDownError; what was not brought goes on waiting.
    """
    engine = get_engine()
    try:
        return _drain(engine)
    except EngineDownError:
        # Visitors are answered from the database meanwhile: it should know what was published.
        store_texts()
        raise


def _drain(engine: Engine) -> int:
    done = 0
    if not DocumentState.objects.pending().exists():
        return done
    if engine.state() in {State.MISSING, State.OUTDATED}:
        logger.info("There is no index for this version: rebuild_index makes it.")
        return done
    with alone():
        while states := list(DocumentState.objects.pending()[:BATCH]):
            epoch = current_epoch()
            built = build(states)
            if built.documents:
                engine.put(built.documents)
            if built.gone:
                engine.remove(built.gone, {str(one.pk): one.version for one in built.states})
            store(built.states, epoch)
            done += len(states)
    return done


def store_texts() -> None:
    """Keep what is shown of the last pages that changed; they go on waiting for the index."""
    if states := list(DocumentState.objects.pending().order_by("-updated", "pk")[:BATCH]):
        store(build(states).states, is_indexed=False)


def store(
    states: Sequence[DocumentState], epoch: int | None = None, *, is_indexed: bool = True
) -> None:
    """Keep what is shown of pages, and that it is indexed.

    Pages that changed since their state was read go on waiting; so do all when the index was
    replaced since `epoch`.
    """
    with transaction.atomic():
        take_turn()
        now = DocumentState.objects.select_for_update().filter(pk__in=[one.pk for one in states])
        versions = dict(now.values_list("pk", "version"))
        still = [one for one in states if versions.get(one.pk) == one.version]
        is_same = epoch is None or epoch == current_epoch()
        for one in still:
            if is_indexed and is_same:
                one.indexed = one.version
        DocumentState.objects.bulk_update(still, STORED)


def current_epoch() -> int:
    """Return how many times the index was replaced."""
    number = IndexEpoch.objects.filter(pk=1).values_list("number", flat=True).first()
    return number or 0


@contextmanager
def alone() -> Iterator[None]:
    """Write to the index while no other thread or process of this machine does.

    An older state of a page would else overwrite a newer one. Raises BusyError.
    """
    with held(Path(settings.DATA_DIR) / "index.lock", PATIENCE) as is_ours:
        if not is_ours:
            raise BusyError("another process is writing to the index")
        yield
