"""A front end that shows our content in the place of our own pages: HUB_HEADLESS_URL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# What a search engine is told of our own pages: read the links, which lead to the front end.
UNLISTED = "noindex, follow"

_links_lead_there: ContextVar[bool] = ContextVar("links_lead_there", default=False)


def front_end_root() -> str:
    """Return the address of the front end without a final slash; empty where there is none."""
    return str(settings.HUB_HEADLESS_URL)


def links_lead_there() -> bool:
    """Tell whether the address of a page is that at the front end, where it would be relative."""
    return _links_lead_there.get() and bool(front_end_root())


@contextmanager
def with_links(lead_there: bool) -> Iterator[None]:
    """Have the addresses of pages lead to the front end, or stay among our own pages."""
    before = _links_lead_there.set(lead_there)
    try:
        yield
    finally:
        _links_lead_there.reset(before)


class UnlistedMiddleware:
    """Tells search engines that our own HTML is not the site, where a front end is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the header to pages, unless their view has said more."""
        response = self.get_response(request)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if front_end_root() and kind == "text/html":
            response.headers.setdefault("X-Robots-Tag", UNLISTED)
        return response
