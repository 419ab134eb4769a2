"""Says that pages changed: rows of the outbox, written in the transaction of the change."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from hub.plugins.declarations import DocumentSpec
from search.indexing.draining import ask_for_a_drain
from search.models import DocumentState
from search.registry import registry

logger = logging.getLogger("hub.search")

# How many rows one statement names.
BATCH = 500
# Of so many pages at once, it is not looked up which others speak of them: all that may are marked.
FEW = 20

Found = tuple[Any, int, bool]  # the identity of a page, its key, whether it is published


def mark(pages: models.QuerySet[Any]) -> None:
    """Have these pages indexed again, or taken out of the index, and those that speak of them.

    Takes a queryset of pages, of one type or of all. This is what a write calls that no signal
    tells of (`queryset.update`, bulk writes, raw SQL), in the same transaction.
    """
    keys = list(pages.order_by().values_list("pk", flat=True))
    for spec in registry.documents.values():
        rows = _rows(apps.get_model(spec.model)._default_manager.filter(pk__in=keys))
        _write(spec, rows)
        _mark_dependants_of(spec, [key for _, key, _ in rows])


def mark_below(page: Page) -> None:
    """Have a page and all that stands below it indexed again, or taken out."""
    mark(Page.objects.filter(path__startswith=page.path))


def mark_page(page: Any) -> None:
    """Have one page indexed again, or taken out; nothing for a type that is not searched."""
    spec = registry.spec_of(page._meta.label)
    if spec is not None:
        _write(spec, [(page.uid, page.pk, page.live)])


def mark_deleted(page_key: int) -> None:
    """Have what was indexed of a page that is being deleted taken out."""
    _move(DocumentState.objects.filter(page_key=page_key))


def mark_dependants(instance: models.Model) -> None:
    """Have the pages indexed again that say something of this object (`depends_on`)."""
    for spec in registry.documents.values():
        read = spec.depends_on.get(instance._meta.label)
        if read is not None:
            try:
                rows = _rows(read(instance))
            except Exception:  # a plugin's declaration must not keep an editor from publishing
                logger.exception("depends_on of %r raises for %r", spec.name, instance)
                continue
            _write(spec, rows)


def has_dependants(model: type[models.Model]) -> bool:
    """Tell whether a page says something of the objects of a model."""
    label = model._meta.label
    return any(label in spec.depends_on for spec in registry.documents.values())


def _mark_dependants_of(spec: DocumentSpec, keys: Sequence[int]) -> None:
    model = apps.get_model(spec.model)
    if not keys or not has_dependants(model):
        return
    if len(keys) <= FEW:
        for page in model._default_manager.filter(pk__in=keys):
            mark_dependants(page)
        return
    for other in registry.documents.values():
        if model._meta.label in other.depends_on:
            _write(other, _rows(apps.get_model(other.model)._default_manager.all()))


def _rows(pages: models.QuerySet[Any]) -> list[Found]:
    return list(pages.order_by().values_list("uid", "pk", "live").distinct())


def _write(spec: DocumentSpec, rows: Sequence[Found]) -> None:
    """Write rows of pages. One that was never published has none, and needs none."""
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        with transaction.atomic(savepoint=False):
            made = [
                DocumentState(uid=uid, kind=spec.name, page_key=key)
                for uid, key, live in some
                if live
            ]
            # At version 0 first: where another has just made the row, ours is one more change.
            DocumentState.objects.bulk_create(made, ignore_conflicts=True)
            _move(DocumentState.objects.filter(pk__in=[uid for uid, _, _ in some]))


def _move(states: models.QuerySet[DocumentState]) -> None:
    with transaction.atomic(savepoint=False):
        if states.update(version=F("version") + 1, updated=timezone.now()):
            ask_for_a_drain()


def mark_unknown() -> None:
    """Have the published pages indexed that no row speaks of: they were written unseen."""
    known = DocumentState.objects.order_by().values("uid")
    for spec in registry.documents.values():
        pages = apps.get_model(spec.model)._default_manager.filter(live=True)
        _write(spec, _rows(pages.exclude(uid__in=known)))
