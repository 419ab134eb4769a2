"""Stored content of which no enabled plugin defines the type: blocks, and whole pages."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, TextField
from django.db.models.functions import Cast
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.models import Page, Revision

from hub.content.fields import StreamField


def absent_blocks() -> dict[str, int]:
    """Return the names of unknown blocks, and in how many stored objects each of them is.

    What is read: every stream of every object, and the latest draft of every page.
    """
    users: defaultdict[str, set[tuple[type[Model], Any]]] = defaultdict(set)
    for model in apps.get_models():
        fields = [one for one in model._meta.local_fields if isinstance(one, StreamField)]
        for field in fields:
            for key, stored in (*_saved(model, field), *_drafted(model, field)):
                for name in unknown_names(field.stream_block, stored):
                    users[name].add((model, key))
    return {name: len(users[name]) for name in sorted(users)}


def absent_page_types() -> dict[str, int]:
    """Return the types of pages that no installed application defines, and how many there are."""
    used = Page.objects.order_by().values("content_type").annotate(number=Count("pk"))
    counted = {row["content_type"]: row["number"] for row in used}
    types = ContentType.objects.in_bulk(counted).values()
    absent = (one for one in types if one.model_class() is None)
    return {f"{one.app_label}.{one.model}": counted[one.pk] for one in absent}


def unknown_names(block: Block, stored: Any) -> Iterator[str]:
    """Yield the names of the children that a block does not know, however deep in a value."""
    if isinstance(block, StreamBlock):
        for child in _dicts(stored):
            known = block.child_blocks.get(child.get("type"))
            if known is None:
                yield str(child.get("type"))
            else:
                yield from unknown_names(known, child.get("value"))
    elif isinstance(block, StructBlock) and isinstance(stored, dict):
        for name, inner in block.child_blocks.items():
            yield from unknown_names(inner, stored.get(name))
    elif isinstance(block, ListBlock):
        for child in _dicts(stored):
            yield from unknown_names(block.child_block, child.get("value"))


def _dicts(stored: Any) -> list[dict[str, Any]]:
    return [one for one in stored if isinstance(one, dict)] if isinstance(stored, list) else []


def _saved(model: type[Model], field: StreamField) -> Iterator[tuple[Any, Any]]:
    text = Cast(field.name, TextField())
    rows = model._base_manager.annotate(text=text).order_by("pk").values_list("pk", "text")
    for key, value in rows.iterator():
        yield key, json.loads(value or "[]")


def _drafted(model: type[Model], field: StreamField) -> Iterator[tuple[Any, Any]]:
    if not issubclass(model, Page):
        return
    drafts = model._base_manager.filter(has_unpublished_changes=True).values("latest_revision")
    rows = Revision.objects.filter(pk__in=drafts).order_by("pk")
    for key, content in rows.values_list("object_id", "content").iterator():
        yield int(key), json.loads(content.get(field.name) or "[]")
