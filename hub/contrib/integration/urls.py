"""Addresses, at the root of the site. Those of frames are in none of our pages' sitemaps."""

from django.urls import URLPattern, URLResolver, include, path

from hub.contrib.integration import frames, host
from hub.contrib.integration.oembed import oembed

_frames = [
    path("hub.js", host.script, name="script"),
    path("initiatives/", frames.initiatives, name="initiatives"),
    path("aller/", frames.leave, name="leave"),
    path("aller/<path:path>", frames.leave),
    path("<slug:kind>/<uuid:uid>/", frames.page, name="page"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("oembed", oembed, name="oembed"),
    path("integration/", include((_frames, "integration"))),
]
