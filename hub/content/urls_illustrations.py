"""Addresses of the pictures the site draws; included under `illustrations/`."""

from django.urls import re_path

from hub.content.cover_views import cover
from hub.content.covers import SEED_PATTERN

app_name = "illustrations"
urlpatterns = [re_path(rf"^(?P<seed>{SEED_PATTERN})\.svg$", cover, name="cover")]
