"""Pages as cards: what a list of pages shows of each, so that nobody asks for each one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wagtail.models import Page

from hub.content.api.context import ApiContext
from hub.content.api.images import image_json, read_images
from hub.content.api.reading import needed, read_needs
from hub.content.api.schemas import PageCard, PageRef
from hub.content.api.typed import has_field, keys_by_model

# What a card shows beyond a link, of the types that have it.
SHOWN = ("summary", "picture", "picture_alt")


def read_cards(keys: Sequence[int], ctx: ApiContext) -> Mapping[int, PageCard]:
    """Return the pages of these keys that the public may see, as cards.

    In one query for each of their types and those of their images, whatever their number.
    """
    refs = ctx.refs(keys)
    pages = {page.pk: page for page in _pages(list(refs))}
    pictures = (getattr(page, "picture_id", None) for page in pages.values())
    read_needs(((read_images, key) for key in pictures if key), ctx)
    return {key: _card(ref, pages.get(key), ctx) for key, ref in refs.items()}


def _card(ref: PageRef, page: Any, ctx: ApiContext) -> PageCard:
    key = getattr(page, "picture_id", None)
    image = needed(read_images, key, ctx) if key else None
    return {
        **ref,
        "summary": getattr(page, "summary", ""),
        "image": image_json(image, ctx, alt=page.picture_alt) if image else None,
    }


def _pages(keys: Sequence[int]) -> Iterator[Any]:
    for model, some in keys_by_model(Page.objects.filter(pk__in=keys)).items():
        columns = [name for name in SHOWN if has_field(model, name)]
        yield from model.objects.only("title", *columns).filter(pk__in=some).order_by("pk")
