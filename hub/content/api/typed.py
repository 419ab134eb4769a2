"""Pages of several types, each to be read under its own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist

from hub.content.models import BasePage


def keys_by_model(pages: Any) -> dict[Any, list[int]]:
    """Return the keys of the pages of a queryset by model; those without one of ours are left out.

    A type whose plugin is absent has no model.
    """
    by_type: defaultdict[int, list[int]] = defaultdict(list)
    for key, kind in pages.order_by().values_list("pk", "content_type"):
        by_type[kind].append(key)
    found = {ContentType.objects.get_for_id(kind).model_class(): by_type[kind] for kind in by_type}
    return {model: keys for model, keys in found.items() if model and issubclass(model, BasePage)}


def has_field(model: Any, name: str) -> bool:
    """Tell whether a model has a field, its own or an inherited one."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
