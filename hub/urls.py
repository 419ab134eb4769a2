"""Addresses of the site. Pages of the tree come last: they take what nobody else has claimed."""

from django.conf import settings
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import index as sitemap_index, sitemap
from wagtail.documents import urls as wagtaildocs_urls

from hub.content import views
from hub.content.sitemaps import FixedSitemap, PageSitemap
from hub.media import media
from hub.plugins.registry import contributed_urls
from hub.plugins.roots import mounted_roots, pages_among
from hub.settings.wagtail_api import VERSION_2
from initiatives.sitemaps import OrganisationSitemap, TermSitemap, TerritorySitemap
from search.page.sitemaps import SearchSitemap


class PluginSitemap(FixedSitemap):
    """The pages that plugins have at the root of the site."""

    names = tuple(pages_among(mounted_roots()))


SITEMAPS = {
    "pages": PageSitemap,
    "fixed": FixedSitemap,
    "search": SearchSitemap,
    **({"modules": PluginSitemap} if PluginSitemap.names else {}),
    "terms": TermSitemap,
    "organisations": OrganisationSitemap,
    "territories": TerritorySitemap,
}

handler404 = "hub.content.views.page_not_found"

styleguide = (
    [path("styleguide/", include("hub.content.styleguide.urls"))] if settings.HUB_STYLEGUIDE else []
)

wagtail_api = (
    [path("api/wagtail/v2/", include("hub.api.wagtail_v2"))]
    if settings.HUB_WAGTAIL_API == VERSION_2
    else []
)

modules = [
    path(f"modules/{name}/", include(patterns))
    for name, patterns in contributed_urls().patterns.items()
    if patterns
]

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("hub.api.urls")),
    *wagtail_api,
    path("apercu/", include("hub.editing.sharing.urls")),
    path("illustrations/", include("hub.content.urls_illustrations")),
    path("partage/", include("hub.content.social.urls")),
    path("apparence/", include("hub.content.theming.urls")),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("plan-du-site/", views.site_plan, name="site_plan"),
    path("robots.txt", views.robots),
    path(
        "sitemap.xml",
        sitemap_index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS, "template_name": "content/sitemap.xml"},
        name="sitemap_section",
    ),
    path("favicon.ico", views.favicon),
    *styleguide,
    *modules,
    *mounted_roots(),
    path("", include("search.urls")),
    path("", include("initiatives.urls")),
    path("", include("search.representations.urls")),
    path("media/<path:path>", media),
    path("", include("hub.content.urls_pages")),
]
