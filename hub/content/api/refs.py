"""Pages seen from other pages: read together, and only those that the public may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from hub.content.addresses import page_address
from hub.content.api.registry import resource_of
from hub.content.api.schemas import PageRef
from hub.content.api.typed import keys_by_model
from hub.content.memory import Memory
from hub.content.models.page import visible_pages

# All that an address, a title and an identity are made of.
COLUMNS = ("title", "slug", "url_path", "path", "depth", "live", "content_type", "locale", "uid")

_refs: Memory[PageRef] = Memory(most=5_000)


def read_refs(request: HttpRequest, keys: Sequence[int]) -> dict[int, PageRef]:
    """Return the pages of these keys as seen from elsewhere; those that are hidden are left out.

    In one query, and one for each of their types; the process remembers them until a write.
    """
    host = request.get_host()
    found = _refs.recall_each(
        request,
        [(host, request.scheme, key) for key in keys],
        lambda unknown: {
            (host, request.scheme, page.pk): ref_to(page, request)
            for page in _visible([key for _, _, key in unknown])
        },
    )
    return {key: ref for (_, _, key), ref in found.items()}


def ref_to(page: Any, request: HttpRequest) -> PageRef:
    """Return a page as seen from elsewhere, whoever may see it."""
    path, url = page_address(page, request)
    return {
        "id": str(page.uid),
        "type": resource_of(page._meta.label).name,
        "title": page.title,
        "path": path,
        "url": url,
    }


def _visible(keys: Sequence[int]) -> Iterator[Any]:
    for model, some in keys_by_model(visible_pages().filter(pk__in=keys)).items():
        yield from model.objects.only(*COLUMNS).filter(pk__in=some)
