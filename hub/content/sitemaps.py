"""What the sitemaps list: the pages of the tree with their pictures, and what is beside it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap as DjangoSitemap
from django.core.files.storage import default_storage
from django.db.models import Max
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page

from hub.content.addresses import hub_url, page_url
from hub.content.checks import hub_page_models
from hub.content.front_end import front_end_root
from hub.content.models import PictureMixin
from hub.content.models.page import PageQuerySet, visible_pages

# A file is written in one request; the protocol would allow fifty thousand.
PER_FILE = 5_000
# One of those that are made of every picture.
SHOWN_SIZE = "format-jpeg|width-800"


class PageSitemap(WagtailSitemap):
    """The pages that the public may see."""

    limit = PER_FILE

    def items(self) -> PageQuerySet:
        """Return them in the order of the tree, with what every page has."""
        return visible_pages().descendant_of(self.get_wagtail_site().root_page, inclusive=True)

    def get_latest_lastmod(self) -> Any:
        """When a page was published last, or None."""
        return self.items().aggregate(last=Max("last_published_at"))["last"]

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        pages = list(self.paginator.page(page).object_list)
        pictures = pictures_of(pages)
        return [
            {
                "location": page_url(one, self.request),
                "lastmod": self.lastmod(one),
                "images": [hub_url(address, self.request) for address in pictures[one.pk]],
            }
            for one in pages
        ]


def pictures_of(pages: Sequence[Page]) -> defaultdict[int, list[str]]:
    """Return the addresses of the pictures of pages that follow each other in the tree.

    One query for each type that has a picture, however many pages; nothing is resized: a size
    that is not made yet is left out.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    if not pages:
        return found
    span = (pages[0].path, pages[-1].path)
    with_pictures: list[Any] = [one for one in hub_page_models() if issubclass(one, PictureMixin)]
    for model in with_pictures:
        made = model.objects.filter(
            path__range=span, picture__renditions__filter_spec=SHOWN_SIZE
        ).order_by("path", "picture__renditions__pk")
        for key, name in made.values_list("pk", "picture__renditions__file"):
            found[key].append(default_storage.url(name))
    return found


class AddressSitemap(DjangoSitemap):
    """What is not a page of the tree, at the address that people read."""

    def get_protocol(self, protocol: str | None = None) -> str:
        """Return the scheme of the site that people read."""
        return urlsplit(front_end_root()).scheme or super().get_protocol(protocol)

    def get_domain(self, site: Any = None) -> str:
        """Return its host and port."""
        return urlsplit(front_end_root()).netloc or super().get_domain(site)


class FixedSitemap(AddressSitemap):
    """Addresses that are not pages of the tree."""

    names: tuple[str, ...] = ("accessibility", "site_plan")

    def items(self) -> tuple[str, ...]:
        """Return the names of the addresses."""
        return self.names

    def location(self, item: Any) -> str:
        """Return the address under a name."""
        return reverse(item)
