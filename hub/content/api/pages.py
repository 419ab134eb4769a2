"""Writes pages: what all of an answer need is read first, then each is written without a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from hub.content.addresses import page_address
from hub.content.api.context import ApiContext
from hub.content.api.images import image_json, read_images
from hub.content.api.links import read_pages
from hub.content.api.moments import moment_json
from hub.content.api.reading import Need, needed, read_needs
from hub.content.api.registry import PageResource, resource_of
from hub.content.api.schemas import PageJson
from hub.content.api.streams import read_streams, stream_of
from hub.content.memory import Memory

_keys_above: Memory[int] = Memory(most=5_000)


def write_pages(
    pages: Sequence[Any], ctx: ApiContext, *, with_body: bool = False
) -> list[dict[str, Any]]:
    """Return pages, of any types, as JSON; their `details` are left out."""
    above = _read_parents(pages, ctx)
    needs = chain.from_iterable(_needs_of(page) for page in pages)
    read_needs([*needs, *((read_pages, key) for key in above.values())], ctx)
    if with_body:
        read_streams([page.body for page in pages if _has_body(page)], ctx)
    return [_written(page, above, ctx, with_body=with_body) for page in pages]


def write_page(page: Any, ctx: ApiContext) -> dict[str, Any]:
    """Return one page as JSON, all of it."""
    [written] = write_pages([page], ctx, with_body=True)
    details = _resource(page).details
    return written | {name: write(page, ctx) for name, write in details.items()}


def _written(
    page: Any, above: dict[str, int], ctx: ApiContext, *, with_body: bool
) -> dict[str, Any]:
    resource = _resource(page)
    path, url = page_address(page, ctx.request)
    common: PageJson = {
        "id": str(page.uid),
        "type": resource.name,
        "title": page.title,
        "path": path,
        "url": url,
        "published_at": moment_json(page.first_published_at),
        "updated_at": moment_json(page.last_published_at),
        "summary": getattr(page, "summary", ""),
        "search_description": page.search_description,
        "image": image_json(needed(read_images, page.picture_id, ctx), ctx, alt=page.picture_alt)
        if getattr(page, "picture_id", None)
        else None,
        "parent": ctx.refs([above.get(page.path[: -Page.steplen])]).get(
            above.get(page.path[: -Page.steplen], 0)
        ),
    }
    written = {**common, **resource.write(page, ctx)}
    if with_body and _has_body(page):
        written["body"] = stream_of(page.body, ctx)
    return written


def _needs_of(page: Any) -> Iterator[Need]:
    if key := getattr(page, "picture_id", None):
        yield read_images, key
    yield from _resource(page).needs(page)


def _read_parents(pages: Sequence[Any], ctx: ApiContext) -> dict[str, int]:
    """Return the keys of the pages above these, by their places in the tree."""
    paths = sorted({page.path[: -Page.steplen] for page in pages} - {""})
    return _keys_above.recall_each(
        ctx.request,
        paths,
        lambda unknown: dict(
            Page.objects.filter(path__in=unknown).order_by("path").values_list("path", "pk")
        ),
    )


def _has_body(page: Any) -> bool:
    return isinstance(getattr(page, "body", None), StreamValue)


def _resource(page: Any) -> PageResource:
    return resource_of(page._meta.label)
