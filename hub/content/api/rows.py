"""The pages of a part of a list, with all that is written of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps

from hub.content.api.context import ApiContext
from hub.content.api.live import Row
from hub.content.api.registry import resource_of
from hub.content.api.typed import has_field


def read_rows(rows: Sequence[Row], ctx: ApiContext, *, with_body: bool = False) -> list[Any]:
    """Return the pages of these rows that the public may see, in their order."""
    by_model: dict[str, list[str]] = {}
    for row in rows:
        by_model.setdefault(row.model, []).append(row.uid)
    found: dict[str, Any] = {}
    for label, uids in by_model.items():
        model: Any = apps.get_model(label)
        pages = model.objects.visible().filter(uid__in=uids).order_by("pk")
        if not with_body and has_field(model, "body"):
            pages = pages.defer("body")
        found |= {str(page.uid): page for page in resource_of(label).read(pages, ctx)}
    return [found[row.uid] for row in rows if row.uid in found]
