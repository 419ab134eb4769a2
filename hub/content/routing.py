"""From an address to its page, and what stands above a page, in as few questions as possible."""

from collections.abc import Sequence
from typing import cast

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.models import Page

from hub.content.memory import Memory
from hub.content.models.page import PageQuerySet
from hub.content.surroundings import surroundings

# All that is read of a page above another one.
ABOVE = ("path", "depth", "title", "url_path", "live", "expire_at", "alias_of", "content_type")

# A remembered page keeps what was read for its template (`BasePage.kept`): 75 kB for a fiche.
_pages: Memory[Page] = Memory(most=200)
_above: Memory[tuple[Page, ...]] = Memory()


def page_below(top: Page, request: HttpRequest, slugs: Sequence[str]) -> Page:
    """Return the published page, under its own type, to which these slugs lead from `top`.

    Wagtail asks two questions for each level; the path of slugs that every page stores needs one,
    then one for the page. Raises Http404 where no published page has this address.
    """
    address = f"{top.url_path}{'/'.join(slugs)}/"
    depth = top.depth + len(slugs)
    return _pages.recall(request, address, lambda: _find(address, slugs[-1], depth))


def pages_above(page: Page, request: HttpRequest | None) -> tuple[Page, ...]:
    """Return what stands above a page, the root first; only the fields of `ABOVE` are read."""
    paths = tuple(page.path[:end] for end in range(page.steplen, len(page.path), page.steplen))
    if not paths:
        return ()
    wanted = Page.objects.filter(path__in=paths).only(*ABOVE).order_by("path")
    return _above.recall(request, paths[-1], lambda: tuple(wanted))


def shown_above(page: Page, request: HttpRequest | None) -> list[Page]:
    """Return the published and unexpired pages above a page, from the home page down.

    One that is restricted restricts this page too: who reads this one may know of it.
    """
    now = timezone.now()
    return [
        one
        for one in pages_above(page, request)
        if one.depth > 1 and one.live and not (one.expire_at and one.expire_at <= now)
    ]


def is_open(page: Page, request: HttpRequest) -> bool:
    """Tell whether it is certain that no restriction applies to a page.

    An alias has the restrictions of its source: only Wagtail's own look-up knows about it.
    """
    family = (*pages_above(page, request), page)
    restricted = surroundings(request).restricted
    return all(one.alias_of_id is None and one.pk not in restricted for one in family)


def _find(address: str, slug: str, depth: int) -> Page:
    # The slug is what the database has an index of.
    there = Page.objects.filter(slug=slug, depth=depth, url_path=address, live=True)
    found = there.order_by("pk").values_list("pk", "content_type").first()
    model = ContentType.objects.get_for_id(found[1]).model_class() if found else None
    if found is None or model is None:
        raise Http404
    pages = cast("PageQuerySet", model._default_manager.filter(pk=found[0], live=True))
    page: Page | None = pages.to_serve().order_by("pk").first()
    if page is None:
        raise Http404
    return page
