"""The first answers of searches that pages hold, as JSON: all those of an answer together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from hub.content.addresses import public_url
from hub.content.api.cards import read_cards
from hub.content.api.context import ApiContext
from hub.content.api.reading import needed, read_needs
from hub.content.text import counted
from search.engines.contract import EngineDownError
from search.page.cards import pages_of
from search.results import SearchResults
from search.saved import SavedSearchError, read_saved, saved_address
from search.searching import current_searcher

# The address of a search and how many of its answers are shown.
SearchKey = tuple[str, int]
UNKNOWN: dict[str, Any] = {"query": "", "total": None, "pages": [], "all": None}


def read_searches(keys: Sequence[SearchKey], ctx: ApiContext) -> Mapping[SearchKey, Any]:
    """Return what the searches answer now; those that have lost their meaning answer nothing.

    The pages of all of them are read together. Without an engine the answer is not kept: the next
    one may be complete.
    """
    try:
        results = _results(keys, ctx)
    except EngineDownError:
        ctx.request.is_degraded = True  # type: ignore[attr-defined]
        results = {}
    pages = pages_of([hit for one in results.values() for hit in one.hits], ctx.request)
    read_needs(((read_cards, page.pk) for page in pages.values()), ctx)
    return {key: _json(key, results.get(key), pages, ctx) for key in keys}


def _results(keys: Sequence[SearchKey], ctx: ApiContext) -> dict[SearchKey, SearchResults]:
    searcher, found = current_searcher(ctx.request), {}
    for key in keys:
        try:
            query = read_saved(key[0])
        except SavedSearchError:  # a term that has left since
            continue
        found[key] = searcher.search(query)
    return found


def _json(
    key: SearchKey, results: SearchResults | None, pages: Mapping[Any, Any], ctx: ApiContext
) -> dict[str, Any]:
    if results is None:
        return {**UNKNOWN, "query": urlsplit(key[0]).query}
    found = (pages.get((hit.kind, hit.uid)) for hit in results.hits)
    cards = (needed(read_cards, page.pk, ctx) for page in found if page)
    shown = [card for card in cards if card][: key[1]]
    address = saved_address(results.query)
    label = f"Voir les {counted(results.total, 'résultat', 'résultats')}"
    more = {"label": label, "url": public_url(address, ctx.request), "page": None}
    return {
        "query": urlsplit(address).query,
        "total": results.total,
        "pages": shown,
        "all": more if results.total > len(shown) else None,
    }
