"""A whole index made beside the one that answers, then put in its place."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F

from hub.locks import held
from search.documents import Document
from search.engines import get_engine
from search.engines.contract import State
from search.indexing.building import build
from search.indexing.draining import BATCH, alone, drain, store
from search.indexing.marking import mark_unknown
from search.models import DocumentState, IndexEpoch

logger = logging.getLogger("hub.search")

Advance = Callable[[int, int], None]  # how many documents of how many


def rebuild(advance: Advance | None = None) -> int:
    """Build the index anew while the old one answers; return how many documents it holds.

    What changes meanwhile is in it at the end; an index that cannot be read is set aside. Raises
    EngineDownError; the old index then stays.
    """
    engine = get_engine()
    if engine.state() == State.DAMAGED:
        engine.set_aside()
    mark_unknown()
    total = DocumentState.objects.count()
    versions: dict[Any, int] = {}

    def tell() -> None:
        if advance:
            advance(len(versions), total)

    beside = engine.rebuild(_documents(versions, tell))
    try:
        with alone():
            beside.swap()
            _declare(versions)
    except BaseException:
        beside.abandon()
        raise
    drain()
    return beside.count


def rebuild_missing() -> int:
    """Build the index where there is none; return how many documents it holds, 0 without need.

    An index of another version is left to the start of that version. Raises EngineDownError.
    """
    if get_engine().state() != State.MISSING:
        return 0
    # The next minute comes while the index of a large site is being built.
    with held(Path(settings.DATA_DIR) / "rebuild.lock") as is_ours:
        return rebuild() if is_ours else 0


def _documents(versions: dict[Any, int], tell: Callable[[], None]) -> Iterator[Document]:
    """Yield the documents of all pages, and fill the version at which each was read."""
    last = None
    while states := _next(last):
        built = build(states)
        versions |= {state.pk: state.version for state in states}
        store(built.states, is_indexed=False)
        yield from built.documents
        last = states[-1].pk
        tell()


def _next(last: Any) -> list[DocumentState]:
    states = DocumentState.objects.order_by("pk")
    return list((states if last is None else states.filter(pk__gt=last))[:BATCH])


def _declare(versions: dict[Any, int]) -> None:
    """Say what the new index holds; what has changed since it was read waits."""
    with transaction.atomic():
        IndexEpoch.objects.get_or_create(pk=1)
        IndexEpoch.objects.filter(pk=1).update(number=F("number") + 1)
        # First of all: the rows are ours until the end, and their versions stay.
        DocumentState.objects.update(indexed=F("version"))
        rows = DocumentState.objects.values_list("pk", "version").iterator()
        behind = [pk for pk, version in rows if versions.get(pk) != version]
        for start in range(0, len(behind), BATCH):
            DocumentState.objects.filter(pk__in=behind[start : start + BATCH]).update(indexed=0)
