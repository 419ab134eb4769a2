"""Old addresses: where they lead, and which ones are forgotten."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.signals import page_slug_changed, post_page_move


class OpenRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirections, less those to a page that this visitor may not read.

    They act where there is no page; the address of a draft, a private or a deleted page would say
    that it exists, and its title.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Send a visitor of an old address to the new one, or leave the answer as it is."""
        if response.status_code == 404:
            target = redirection_at(request, request.get_full_path())
            if target and target.redirect_page_id and not may_read(target.redirect_page, request):
                return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer


def redirection_at(request: HttpRequest, full_path: str) -> Redirect | None:
    """Return the redirection that Wagtail would follow for this address of the site asked."""
    path = Redirect.normalise_path(full_path, decode_unicode=False)
    paths = dict.fromkeys((path, urlsplit(path).path))
    found = filter(None, (get_redirect(request, one) for one in paths))
    return next(found, None)


def may_read(page: Page, request: HttpRequest) -> bool:
    """Tell whether this visitor may read a page."""
    is_over = page.expire_at is not None and page.expire_at <= timezone.now()
    restrictions = page.get_view_restrictions()
    return page.live and not is_over and all(one.accept_request(request) for one in restrictions)


@receiver([post_page_move, page_slug_changed])
def forget_what_leads_here(instance: Page, **kwargs: Any) -> None:
    """Delete the redirections that a move made from an address where a page stands again."""
    addresses = dict(_addresses(instance))
    for site, paths in addresses.items():
        Redirect.objects.filter(automatically_created=True, site=site, old_path__in=paths).delete()


def _addresses(page: Page) -> Iterator[tuple[Site, list[str]]]:
    """Yield, for each site in which a page stands, its path and those of the pages below it."""
    below = Page.objects.filter(path__startswith=page.path).order_by()
    for site in Site.objects.select_related("root_page"):
        top = site.root_page
        if page.path.startswith(top.path):
            start = len(top.url_path.rstrip("/"))
            paths = below.values_list("url_path", flat=True)
            yield site, [Redirect.normalise_path(path[start:]) for path in paths]
