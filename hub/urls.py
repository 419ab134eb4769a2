"""Addresses of the site. Pages of the tree come last: they take what nobody else has claimed."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from hub.content import views
from hub.content.sitemaps import FixedSitemap, PageSitemap
from hub.media import media
from initiatives.sitemaps import OrganisationSitemap, TermSitemap

SITEMAPS = {
    "pages": PageSitemap,
    "fixed": FixedSitemap,
    "terms": TermSitemap,
    "organisations": OrganisationSitemap,
}

handler404 = "hub.content.views.page_not_found"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("illustrations/", include("hub.content.urls_illustrations")),
    path("partage/", include("hub.content.social.urls")),
    path("apparence/", include("hub.content.theming.urls")),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("plan-du-site/", views.site_plan, name="site_plan"),
    path("robots.txt", views.robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", views.favicon),
    path("", include("initiatives.urls")),
    path("media/<path:path>", media),
    path("", include(wagtail_urls)),
]
