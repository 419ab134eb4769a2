"""What has other forms, found by its address: the lists that a search stands behind, and pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from hub.content.models.page import visible_pages
from hub.content.surroundings import surroundings
from search.query import Filters

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class SearchList:
    """A list: its title, the filters that its address stands for, and its path."""

    title: str
    preset: Filters = ()
    path: str = ""


@dataclass(frozen=True)
class PageData:
    """A page that may have other forms of its own, and its path."""

    page: Any
    path: str


def lists(found: SearchList) -> Callable[[View], View]:
    """Mark a view as that of a list, so that its results have other forms."""

    def marked(view: View) -> View:
        view.search_list = found  # type: ignore[attr-defined]
        return view

    return marked


def marked_list(path: str) -> SearchList | None:
    """Return the list of an address that is no page of the tree; None where there is none."""
    try:
        view: Any = resolve(path).func
    except Resolver404:
        return None
    found: SearchList | None = getattr(view, "search_list", None)
    return found


def list_at(request: HttpRequest, path: str) -> SearchList | None:
    """Return the list of an address such as `/initiatives/`; None where there is none, or hidden.

    It is that of a marked view, or of a page of the tree that has a `preset`.
    """
    found = marked_list(path) or _of_page(request, path)
    return replace(found, path=path) if found else None


def page_at(request: HttpRequest, path: str) -> PageData | None:
    """Return the page of the tree at an address; None where there is none, or hidden."""
    page = _visible_page(request, path)
    return PageData(page, path) if page else None


def _of_page(request: HttpRequest, path: str) -> SearchList | None:
    page = _visible_page(request, path)
    preset: Filters | None = getattr(page, "preset", None)
    return SearchList(page.title, preset) if page and preset is not None else None


def _visible_page(request: HttpRequest, path: str) -> Any:
    site = surroundings(request).site
    if site is None:
        return None
    there = visible_pages().filter(url_path=site.root_page.url_path.rstrip("/") + path)
    return there.specific().first()
