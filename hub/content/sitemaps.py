"""What `/sitemap.xml` lists beside the pages of the tree."""

from typing import Any

from django.contrib.sitemaps import Sitemap as DjangoSitemap
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap

from hub.content.models.page import PageQuerySet, visible_pages


class PageSitemap(WagtailSitemap):
    """The pages that the public may see."""

    def items(self) -> PageQuerySet:
        """Return them as specific pages, without their bodies."""
        root = self.get_wagtail_site().root_page
        pages = visible_pages().descendant_of(root, inclusive=True)
        return pages.defer_streamfields().specific()


class FixedSitemap(DjangoSitemap):
    """Addresses that are not pages of the tree."""

    names = ("accessibility", "site_plan")

    def items(self) -> tuple[str, ...]:
        """Return the names of the addresses."""
        return self.names

    def location(self, item: Any) -> str:
        """Return the address under a name."""
        return reverse(item)
