"""Addresses of the cards; included under `partage/`."""

from django.urls import re_path

from hub.content.social import views
from hub.content.social.card import DIGEST_LENGTH

# At the end of the address of any card, in front of `.jpg`.
DIGEST = rf"(?P<digest>[0-9a-f]{{{DIGEST_LENGTH}}})"

app_name = "social"
urlpatterns = [
    re_path(rf"^{DIGEST}\.jpg$", views.site_card, name="site"),
    re_path(rf"^(?P<path>[-\w/]+)-{DIGEST}\.jpg$", views.page_card, name="page"),
]
