"""Absolute addresses, all made here: those of the site, and those of its data.

What is read by people has its address at the front end where there is one (HUB_HEADLESS_URL), and
among our own pages otherwise: pages, terms, organisations, searches. What machines read stays on
the hub: media, documents, feeds, exports, the API.
"""

from django.http import HttpRequest
from wagtail.models import Page

from hub.content.front_end import front_end_root
from hub.content.surroundings import surroundings


def public_root(request: HttpRequest) -> str:
    """Return the address of the site that people read, without a final slash."""
    return front_end_root() or hub_root(request)


def public_url(path: str, request: HttpRequest) -> str:
    """Return the absolute address, for people, of a path of the site; an address stays as it is."""
    return _under(public_root(request), path)


def page_url(page: Page, request: HttpRequest) -> str:
    """Return the absolute address of a page, whatever its class; empty if it has none.

    `page.get_full_url(request)` says the same of a page under its own type, not of a plain `Page`.
    """
    return page_address(page, request)[1]


def page_address(page: Page, request: HttpRequest) -> tuple[str, str]:
    """Return the path of a page from the root of its site, and its absolute address.

    Both are empty if it has none.
    """
    parts = page.get_url_parts(request)
    path = str(parts[2] or "") if parts else ""
    return path, _under(front_end_root() or parts[1], path) if path else ""


def hub_root(request: HttpRequest) -> str:
    """Return the address of the hub itself, without a final slash."""
    site = surroundings(request).site
    return site.root_url if site else request.build_absolute_uri("/").rstrip("/")


def hub_root_of(page: Page) -> str:
    """Return the address of the hub on the site of a page, without a final slash; else empty."""
    # Those of our own types have a path at the front end.
    parts = Page.get_url_parts(page)
    return str(parts[1] or "") if parts else ""


def hub_url(path: str, request: HttpRequest) -> str:
    """Return the absolute address of data, of a file or of an answer for machines."""
    return _under(hub_root(request), path)


def _under(root: str, path: str) -> str:
    return path if path.startswith(("https://", "http://")) else root + path
