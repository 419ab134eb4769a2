"""Says that pages changed, in the transaction of the change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, get_page_models

from hub.content.models.change import PageChange
from hub.content.models.page import BasePage, visible_pages

BATCH = 500  # rows that one statement names


def record_page(page: BasePage) -> None:
    """Say that one page changed; nothing of a page that was never published."""
    _write(page._meta.label_lower, [(page.uid, page.pk)] if page.live else [], [page.pk])


def record_pages(pages: models.QuerySet[Any]) -> None:
    """Say that these pages changed, whatever their types.

    This is what a write calls that no signal tells of, in the same transaction.
    """
    record_keys(pages.order_by().values_list("pk", flat=True))


def record_below(page: Page) -> None:
    """Say that a page and all that stands below it changed: other restrictions, other paths."""
    record_pages(Page.objects.filter(path__startswith=page.path))


def record_deletion(page_key: int) -> None:
    """Say that a page is being deleted."""
    PageChange.objects.filter(page_key=page_key).update(changed=timezone.now())


def record_dependants(instance: models.Model) -> None:
    """Say that the pages changed that show something of an object.

    They are those that refer to it (Wagtail's index of references), and those to which it belongs:
    a prize and its fiche.
    """
    keys = of_pages(ReferenceIndex.get_references_to(instance))
    if not isinstance(instance, Page):
        keys |= owners(instance)
    record_keys(keys)


def of_pages(references: models.QuerySet[ReferenceIndex]) -> set[int]:
    """Return the keys of the pages that hold some of these references."""
    kind = ContentType.objects.get_for_model(Page).pk
    held = references.filter(base_content_type=kind).order_by()
    return {int(key) for key in held.values_list("object_id", flat=True)}


def owners(instance: models.Model) -> set[int]:
    """Return the keys of the pages to which an object leads by its own columns."""
    leading = (
        one.attname
        for one in instance._meta.concrete_fields
        if isinstance(one.related_model, type) and issubclass(one.related_model, Page)
    )
    return {key for name in leading if (key := getattr(instance, name))}


def record_keys(keys: Iterable[int]) -> None:
    """Say that the pages of these keys changed, whatever their types."""
    for some in batches(keys):
        _record_batch(some)


def batches(keys: Iterable[int]) -> Iterator[Sequence[int]]:
    """Yield keys, in order, as many at a time as one statement names."""
    ordered = sorted(keys)
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))


def _record_batch(keys: Sequence[int]) -> None:
    kinds = Page.objects.filter(pk__in=keys).order_by().values_list("content_type", flat=True)
    for kind in set(kinds):
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None and issubclass(model, BasePage):
            pages = model._base_manager.filter(pk__in=keys, live=True).order_by()
            _write(model._meta.label_lower, list(pages.values_list("uid", "pk")), keys)


def _write(label: str, live: Sequence[tuple[Any, int]], keys: Sequence[int]) -> None:
    with transaction.atomic(savepoint=False):
        now = timezone.now()
        PageChange.objects.bulk_create(
            [PageChange(uid=uid, model=label, page_key=key, changed=now) for uid, key in live],
            update_conflicts=True,
            unique_fields=["uid"],
            update_fields=["model", "page_key", "changed"],
        )
        rows = PageChange.objects.filter(page_key__in=keys)
        if len(live) < len(keys):
            rows.update(changed=now)
        shown = Exists(visible_pages().order_by().filter(pk=OuterRef("page_key")))
        rows.filter(shown, was_shown=False).update(was_shown=True)


def record_unknown(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Say that the published pages changed of which no row speaks: they were written unseen.

    Called after each migration, so that a site that is older than these rows has them.
    """
    tables = set(connections[using].introspection.table_names())
    known = PageChange.objects.order_by().values("page_key")
    for model in get_page_models():
        if issubclass(model, BasePage) and model._meta.db_table in tables:
            pages = model._base_manager.filter(live=True).exclude(pk__in=known)
            record_pages(pages)
