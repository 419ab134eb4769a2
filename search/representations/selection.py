"""All the results of a search, whatever the page, for whoever writes them in another form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from django.apps import apps
from django.http import HttpRequest

from hub.content.addresses import page_url, public_url
from search.engines.contract import Hit
from search.query import SearchQuery
from search.registry import TYPE, registry
from search.representations.lists import SearchList
from search.searching import current_searcher

MOST = 20_000  # results; what asks for more takes a copy of the site
BATCH = 500


class ResultSelection:
    """The results of a query, in its order; `kinds`, unless it is empty, are the types kept.

    `flags` are the variants that are asked for.
    Made, it has asked the engine once: what fails then fails before anything is sent.
    Raises EngineDownError.
    """

    def __init__(
        self,
        query: SearchQuery,
        request: HttpRequest,
        listed: SearchList,
        kinds: frozenset[str] = frozenset(),
        flags: frozenset[str] = frozenset(),
    ) -> None:
        self.title, self.address = listed.title, _address(query, request, listed)
        self.flags = flags
        self._request = request
        searcher, kept = current_searcher(request), _of_kinds(query, kinds)
        self.total = searcher.total(kept) if kept else 0
        hits = islice(searcher.scan(kept), MOST) if kept and self.total else iter(())
        self._hits = chain(list(islice(hits, BATCH)), hits)

    @property
    def is_complete(self) -> bool:
        """Whether all results are given."""
        return self.total <= MOST

    def pages(self, read: Callable[[Any], Any]) -> Iterator[Any]:
        """Yield the pages that the public may see; `read` adds to a queryset what is needed.

        An index may be late: who may be seen is decided here again. Raises EngineDownError.
        """
        while batch := list(islice(self._hits, BATCH)):
            yield from _visible(batch, read)

    def address_of(self, page: Any) -> str:
        """Return the absolute address of a page."""
        return page_url(page, self._request)


def _address(query: SearchQuery, request: HttpRequest, listed: SearchList) -> str:
    """Return the canonical and absolute address of the page that lists the results."""
    asked = query.at_page(1).to_query_string(leave_out=dict(listed.preset))
    return public_url(f"{listed.path}?{asked}" if asked else listed.path, request)


def _of_kinds(query: SearchQuery, kinds: frozenset[str]) -> SearchQuery | None:
    """Return the query among these types; None where it asks for none of them."""
    if not kinds:
        return replace(query, page=1)
    chosen = query.values(TYPE)
    kept = kinds & set(chosen) if chosen else kinds
    return query.with_values(TYPE, kept) if kept else None


def _visible(batch: Sequence[Hit], read: Callable[[Any], Any]) -> Iterator[Any]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for hit in batch:
        by_kind[hit.kind].append(hit.uid)
    found: dict[str, Any] = {}
    for kind in by_kind.keys() & registry.documents.keys():
        model: Any = apps.get_model(registry.documents[kind].model)
        pages = read(model.objects.visible().filter(uid__in=by_kind[kind]).order_by("pk"))
        found |= {str(page.uid): page for page in pages}
    return (found[hit.uid] for hit in batch if hit.uid in found)
