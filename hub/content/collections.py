"""Which collections of images and documents are closed to the public."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import CollectionViewRestriction


def open_to_public(held: Iterable[Any]) -> set[int]:
    """Return the keys of the images or documents that stand in no private collection.

    Their collection is read with them, or each costs a query.
    """
    closed = tuple(
        CollectionViewRestriction.objects.order_by("pk").values_list("collection__path", flat=True)
    )
    return {one.pk for one in held if not one.collection.path.startswith(closed)}
