"""Pages that pages of the domain lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hub.content.api.context import ApiContext
from hub.content.api.links import read_pages
from hub.content.api.reading import Need
from hub.content.api.schemas import PageRef


def related_keys(page: Any) -> list[int]:
    """Return the keys of the pages that an editor chose to show beside a page."""
    return [one["value"] for one in page.related.raw_data if one["type"] == "page" and one["value"]]


def needs_of_pages(keys: Iterable[int | None]) -> Iterator[Need]:
    """Yield the need of each page."""
    return ((read_pages, key) for key in keys if key is not None)


def refs_in_order(keys: Iterable[int | None], ctx: ApiContext) -> list[PageRef]:
    """Return the pages of these keys that the public may see, in their order."""
    wanted = list(keys)
    found = ctx.refs(wanted)
    return [found[key] for key in wanted if key in found]


def refs_to(pages: Any, ctx: ApiContext) -> list[PageRef]:
    """Return the pages of a queryset that the public may see, in its order, in few queries."""
    return refs_in_order(list(pages.values_list("pk", flat=True)), ctx)
