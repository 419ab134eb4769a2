"""The search of the whole site, for the sitemap: its empty page, never its answers."""

from hub.content.sitemaps import FixedSitemap


class SearchSitemap(FixedSitemap):
    """One address."""

    names = ("search",)
