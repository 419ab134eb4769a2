"""What staff put above the results of some words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from hub.content.memory import Memory
from hub.content.models.page import visible_pages
from search.curation.models import PromotedResult, key_of

MOST = 3

# For each search, the keys of its pages and why each is there.
Promotions = dict[tuple[str, ...], list[tuple[int, str]]]
_remembered: Memory[Promotions] = Memory(most=1)


@dataclass(frozen=True)
class Promoted:
    """A link above the results: its title, its address, and why it is there."""

    title: str
    address: str
    reason: str


def promoted_for(request: HttpRequest, words: str) -> list[Promoted]:
    """Return what is promoted for these words; a page that the public may not see is left out."""
    key = key_of(words)
    wanted = _remembered.recall(request, "promotions", _all).get(key, []) if key else []
    if not wanted:
        return []
    pages = {page.pk: page for page in visible_pages().filter(pk__in=[pk for pk, _ in wanted])}
    return _links(wanted, pages, request)


def _links(
    wanted: Sequence[tuple[int, str]], pages: dict[int, Page], request: HttpRequest
) -> list[Promoted]:
    found = []
    for key, reason in wanted:
        page = pages.get(key)
        if page is not None:
            found.append(Promoted(page.title, page.get_url(request) or "", reason))
    return found[:MOST]


def _all() -> Promotions:
    found: Promotions = {}
    for one in PromotedResult.objects.order_by("pk"):
        for text in one.searches:
            found.setdefault(key_of(text), []).append((one.page_id, one.reason))
    return found
