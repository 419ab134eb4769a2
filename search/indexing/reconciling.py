"""Compares the index with the pages, and repairs what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps

from search.engines import get_engine
from search.indexing.draining import BATCH, alone, drain
from search.indexing.marking import mark_unknown
from search.models import DocumentState
from search.registry import registry


@dataclass(frozen=True)
class Differences:
    """Identities of documents, by what is wrong with them."""

    missing: tuple[str, ...]  # visitors may see the page, the index lacks it
    stale: tuple[str, ...]  # the index holds another version of it
    superfluous: tuple[str, ...]  # the index holds what visitors may not see

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.superfluous)

    def all(self) -> tuple[str, ...]:
        """Return all of them."""
        return (*self.missing, *self.stale, *self.superfluous)


def differences() -> Differences:
    """Return how the index differs from the pages that visitors may see.

    Raises EngineDownError.
    """
    held = get_engine().versions()
    versions = {str(uid): one for uid, one in DocumentState.objects.values_list("uid", "version")}
    shown = set(_visible())
    return Differences(
        missing=tuple(sorted(shown - held.keys())),
        stale=tuple(sorted(one for one in shown & held.keys() if held[one] != versions.get(one))),
        superfluous=tuple(sorted(held.keys() - shown)),
    )


def repair(found: Differences) -> None:
    """Have the index hold what it should. Raises EngineDownError."""
    mark_unknown()
    uids = found.all()
    known = set()
    for start in range(0, len(uids), BATCH):
        states = DocumentState.objects.filter(pk__in=uids[start : start + BATCH])
        known |= {str(uid) for uid in states.values_list("pk", flat=True)}
        states.update(indexed=0)
    foreign = [uid for uid in uids if uid not in known]
    if foreign:
        with alone():
            get_engine().remove(foreign)
    drain()


def _visible() -> Iterator[str]:
    for spec in registry.documents.values():
        pages = apps.get_model(spec.model)._default_manager.visible().order_by()
        yield from map(str, pages.values_list("uid", flat=True))
