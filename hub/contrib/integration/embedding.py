"""What an address of the site gives to who embeds it: a page, or a list of initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from hub.content.addresses import hub_root, hub_url, public_root, public_url
from hub.content.models import BasePage
from hub.content.text import NBSP
from hub.contrib.integration.kinds import kind_of
from initiatives.models import InitiativeIndexPage
from search.page.forms import SearchForm
from search.query import SearchQuery
from search.recalling import recall_for
from search.representations.lists import marked_list, page_at

PRESET = InitiativeIndexPage.preset
WEB = frozenset({"http", "https"})


@dataclass(frozen=True)
class Embedded:
    """What is embedded: its title, its address for people, the address of its frame.

    `page` is that of the tree which it is; None for a list.
    """

    title: str
    address: str
    frame: str
    page: BasePage | None = None


def read_address(text: str) -> SplitResult | None:
    """Return the parts of a web address; None for anything else."""
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in WEB and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if is_address else None


def embedded_at(request: HttpRequest, address: SplitResult) -> Embedded | None:
    """Return what the public may see at an address of the site; None where there is nothing."""
    if address.netloc not in _own_hosts(request):
        return None
    path = unquote(address.path) or "/"
    path = path if path.endswith("/") else f"{path}/"
    if "\0" in path:
        return None
    if (marked := marked_list(path)) and marked.preset == PRESET:
        return embedded_list(request, path, marked.title, address.query)
    found = page_at(request, path)
    page = found.page if found else None
    if isinstance(page, InitiativeIndexPage):
        return embedded_list(request, path, page.title, address.query)
    return embedded_page(request, page) if isinstance(page, BasePage) else None


def embedded_page(request: HttpRequest, page: BasePage) -> Embedded:
    """Return a page that the public may see."""
    frame = hub_url(frame_path(page), request)
    return Embedded(page.title, page.get_full_url(request), frame, page)


def frame_path(page: BasePage) -> str:
    """Return the path of the frame of a page; its identity keeps it whatever its address."""
    return reverse("integration:page", args=[kind_of(page), page.uid])


def embedded_list(request: HttpRequest, path: str, title: str, asked: str) -> Embedded:
    """Return a list of initiatives at a path, narrowed by the parameters of its address."""
    form = SearchForm(QueryDict(asked), recall_for(request), PRESET)
    words = f"{NBSP}: «{NBSP}{form.query.words}{NBSP}»" if form.query.words else ""
    parameters = list_parameters(form.query)
    return Embedded(
        title=f"{title}{words}",
        address=public_url(path + parameters, request),
        frame=hub_url(reverse("integration:initiatives") + parameters, request),
    )


def list_parameters(query: SearchQuery) -> str:
    """Return the canonical parameters of a list of initiatives, with `?`."""
    asked = query.to_query_string(leave_out=dict(PRESET))
    return f"?{asked}" if asked else ""


def _own_hosts(request: HttpRequest) -> set[str]:
    roots = (hub_root(request), public_root(request))
    return {request.get_host(), *(urlsplit(root).netloc for root in roots)}
