"""Pages to write in another form: all the results of a search, or what one page stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from django.apps import apps
from django.http import HttpRequest

from hub.content.addresses import hub_url, page_url, public_url
from hub.content.surroundings import surroundings
from hub.plugins import Representation
from search.engines.contract import Hit
from search.query import SearchQuery
from search.registry import TYPE, registry
from search.representations.lists import PageData, SearchList
from search.representations.newest import newest
from search.searching import current_searcher

MOST = 20_000  # results; what asks for more takes a copy of the site
BATCH = 500


class _Selected:
    """What the results of a search and the pages of one page have in common.

    `path` and `asked` are the address of their page, and its canonical parameters.
    """

    number, has_next = 1, False

    def __init__(self, request: HttpRequest, title: str, path: str, asked: str = "") -> None:
        self.request, self._path, self._asked = request, path, asked
        self.title, self.address = title, public_url(_with(path, asked), request)

    @property
    def site_name(self) -> str:
        """The name of the site."""
        return surroundings(self.request).identity.name

    @property
    def publisher(self) -> str:
        """Who publishes the site."""
        return surroundings(self.request).identity.publisher

    def address_of(self, page: Any) -> str:
        """Return the absolute address of a page."""
        return page_url(page, self.request)

    def address_as(self, suffix: str, number: int = 1) -> str:
        """Return the absolute address of the same pages in another form, or of another part."""
        part = f"page={number}" if number > 1 else ""
        asked = "&".join(filter(None, (self._asked, part)))
        return hub_url(_with(f"{self._path.rstrip('/')}.{suffix}", asked), self.request)


class ResultSelection(_Selected):
    """The results of a query, in its order, among the types that a form can write.

    `flags` are the variants that are asked for.
    Made, it has asked the engine once: what fails then fails before anything is sent.
    Raises EngineDownError.
    """

    def __init__(
        self,
        query: SearchQuery,
        request: HttpRequest,
        listed: SearchList,
        form: Representation,
        flags: frozenset[str] = frozenset(),
    ) -> None:
        asked = query.at_page(1).to_query_string(leave_out=dict(listed.preset))
        super().__init__(request, listed.title, listed.path, asked)
        self.flags = flags
        searcher, kept = current_searcher(request), _of_kinds(query, form.kinds)
        self.total = searcher.total(kept) if kept else 0
        hits: Iterator[Hit] = iter(())
        if kept and self.total:
            hits = searcher.scan(kept, in_order=not form.newest)
        if form.newest:
            self.number = query.page
            found = newest(hits, (self.number - 1) * form.newest, form.newest + 1)
            self.has_next, hits = len(found) > form.newest, iter(found[: form.newest])
        hits = islice(hits, MOST)
        self._hits = chain(list(islice(hits, BATCH)), hits)

    @property
    def is_complete(self) -> bool:
        """Whether all results are given."""
        return self.total <= MOST and self.number == 1 and not self.has_next

    def pages(self, read: Callable[[Any], Any]) -> Iterator[Any]:
        """Yield the pages that the public may see; `read` adds to a queryset what is needed.

        An index may be late: who may be seen is decided here again. Raises EngineDownError.
        """
        while batch := list(islice(self._hits, BATCH)):
            yield from _visible(batch, read)


class PageSelection(_Selected):
    """A page alone, or the pages that it gathers."""

    is_complete, flags = True, frozenset[str]()

    def __init__(self, request: HttpRequest, data: PageData) -> None:
        page = data.page
        super().__init__(request, page.title, data.path)
        gathered = getattr(page, "gathered", None)
        alone = type(page).objects.filter(pk=page.pk).order_by("pk")
        self._pages = (gathered() if gathered else alone).visible()
        self.total = self._pages.count()

    def pages(self, read: Callable[[Any], Any]) -> Iterator[Any]:
        """Yield the pages that the public may see; `read` adds to a queryset what is needed."""
        yield from read(self._pages)


def _with(path: str, asked: str) -> str:
    return f"{path}?{asked}" if asked else path


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
