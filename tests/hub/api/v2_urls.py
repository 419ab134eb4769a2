"""The addresses of the site where HUB_WAGTAIL_API is « v2 »."""

from django.urls import include, path

from hub.urls import handler404, urlpatterns as ours

__all__ = ["handler404", "urlpatterns"]

urlpatterns = [path("api/wagtail/v2/", include("hub.api.wagtail_v2")), *ours]
