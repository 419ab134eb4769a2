"""Serves the card of a page, as long as the public may see the page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe
from wagtail.models import Site

from hub.content.models import SiteIdentity, SiteTheme
from hub.content.models.page import BasePage, visible_pages
from hub.content.social.card import Card, card_of_page, card_of_site
from hub.content.social.storage import file_of

ONE_YEAR = 31_536_000


@require_safe
def page_card(request: HttpRequest, path: str, digest: str) -> HttpResponse:
    """The card of the page at this path under the home page.

    Answers with a redirection where the page now shows something else.

    Raises:
        Http404: no page there that the public may see.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    slug, url_path = path.rpartition("/")[2], f"{site.root_page.url_path}{path}/"
    found = visible_pages().filter(slug=slug, url_path=url_path).first()
    page = found.specific if found else None
    if not isinstance(page, BasePage):
        raise Http404
    return answer_card(
        card_of_page(page, SiteIdentity.for_site(site), SiteTheme.for_visitor(request)), digest
    )


@require_safe
def site_card(request: HttpRequest, digest: str) -> HttpResponse:
    """The card of the site itself.

    Raises:
        Http404: no site at this host.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return answer_card(
        card_of_site(SiteIdentity.for_site(site), SiteTheme.for_visitor(request)), digest
    )


def answer_card(card: Card, digest: str) -> HttpResponse:
    """Return the file of a card, or a redirection to it for the digest of another one."""
    if digest != card.digest:
        return HttpResponseRedirect(card.address)
    return HttpResponse(
        file_of(card),
        content_type="image/jpeg",
        headers={
            "Cache-Control": f"public, max-age={ONE_YEAR}, immutable",
            "Content-Security-Policy": "default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )
