"""Pages change with the pictures and documents that they show: these hide with their collection."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from wagtail.models import (
    Collection,
    CollectionMember,
    ReferenceIndex,
    get_default_page_content_type,
)

from hub.content.changes.recording import of_pages, record_keys
from hub.content.collections import closed_paths


def record_files_below(collection: Collection) -> None:
    """Say that the pages changed that show files of a collection, or of those below it."""
    for model in apps.get_models():
        if issubclass(model, CollectionMember):
            record_files(model._base_manager.filter(collection__path__startswith=collection.path))


def record_written_collection(collection: Collection) -> None:
    """Say the same of a collection that may be about to move: the admin saves it, then moves it.

    Where none is private, no file hides by that, nor comes back.
    """
    if closed_paths():
        record_files_below(collection)


def record_files(files: models.QuerySet[Any]) -> None:
    """Say that the pages changed that show files, or something that has one.

    An organisation has a logo, and a page shows both. The number of questions is the same for any
    number of files.
    """
    found = ReferenceIndex.get_references_to_in_bulk(files.order_by()).order_by()
    keys = of_pages(found)
    kinds = set(found.values_list("base_content_type", flat=True).distinct())
    for kind in kinds - {get_default_page_content_type().pk}:
        holders = found.filter(base_content_type=kind).values("object_id")
        through = ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=holders)
        keys |= of_pages(through)
    record_keys(keys)
