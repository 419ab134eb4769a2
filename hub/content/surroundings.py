"""What surrounds every page: the site, who publishes it, its menu, and what is private in it."""

from functools import cached_property

from django.http import HttpRequest
from wagtail.models import PageViewRestriction, Site

from hub.content.collections import closed_paths
from hub.content.memory import Memory
from hub.content.models import AccessibilityStatement, SiteIdentity, SiteTheme
from hub.content.navigation import Chrome

KEPT_AS = "hub_surroundings"
# Documented by `Site.find_for_request`, which looks there first.
WAGTAIL_KEEPS_SITE_AS = "_wagtail_site"


class Surroundings:
    """Each part is read when it is first asked for, then kept with the rest."""

    def __init__(self, site: Site | None) -> None:
        self.site = site

    @cached_property
    def identity(self) -> SiteIdentity:
        """Who publishes the site."""
        return SiteIdentity.for_site(self.site)

    @cached_property
    def chrome(self) -> Chrome:
        """The links of the menu and of the footer."""
        return Chrome.of(self.identity)

    @cached_property
    def theme(self) -> SiteTheme | None:
        """The colours and fonts of the site, None where they are those of the programme."""
        return SiteTheme.objects.filter(site=self.site).first() if self.site else None

    @cached_property
    def accessibility(self) -> AccessibilityStatement:
        """The accessibility statement."""
        return AccessibilityStatement.for_site(self.site)

    @cached_property
    def restricted(self) -> frozenset[int]:
        """The keys of the pages that carry a restriction; what is under them is private too."""
        keys = PageViewRestriction.objects.order_by("pk").values_list("page_id", flat=True)
        return frozenset(keys)

    @cached_property
    def closed_collections(self) -> tuple[str, ...]:
        """The paths of the private collections of images and documents."""
        return closed_paths()


_surroundings: Memory[Surroundings] = Memory()


def surroundings(request: HttpRequest) -> Surroundings:
    """Return what surrounds the pages of the site that is asked, read once for each request.

    As long as no write moves the content, the process remembers it from one request to the next;
    `Site.find_for_request` then answers from here as well.
    """
    known: Surroundings | None = getattr(request, KEPT_AS, None)
    if known is None:
        address = (request.get_host(), request.get_port())
        known = _surroundings.recall(
            request, address, lambda: Surroundings(Site.find_for_request(request))
        )
        setattr(request, KEPT_AS, known)
        setattr(request, WAGTAIL_KEEPS_SITE_AS, known.site)
    return known
