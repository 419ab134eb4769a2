"""Which collections of images and documents are closed to the public."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import CollectionViewRestriction


def open_to_public(held: Iterable[Any], closed: tuple[str, ...] | None = None) -> set[int]:
    """Return the keys of the images or documents that stand in no private collection.

    Their collection is read with them, or each costs a query. `closed` are the paths of the private
    ones, where they are known.
    """
    private = closed_paths() if closed is None else closed
    return {one.pk for one in held if not one.collection.path.startswith(private)}


def in_open_collections(files: QuerySet[Any]) -> QuerySet[Any]:
    """Return the images or documents that stand in no private collection, nor below one."""
    for path in closed_paths():
        files = files.exclude(collection__path__startswith=path)
    return files


def closed_paths() -> tuple[str, ...]:
    """Return the paths of the private collections; what is below them is private too."""
    restrictions = CollectionViewRestriction.objects.order_by("pk")
    return tuple(restrictions.values_list("collection__path", flat=True))
