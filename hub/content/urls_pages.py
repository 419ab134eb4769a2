"""Addresses of the pages of the tree: Wagtail's, served by our view."""

from django.urls import re_path
from wagtail import urls as wagtail_urls

from hub.content.serving import serve

urlpatterns = [
    *(one for one in wagtail_urls.urlpatterns if one.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
]
