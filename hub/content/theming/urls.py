"""Addresses of the look of a site; included under `apparence/`."""

from django.urls import re_path

from hub.content.theming import views

DIGEST = r"[0-9a-f]{20}"
COLOUR = r"[0-9a-f]{6}"

app_name = "theming"
urlpatterns = [
    re_path(rf"^(?P<asked>{DIGEST})\.css$", views.theme_stylesheet, name="stylesheet"),
    re_path(rf"^polices/(?P<asked>{DIGEST})\.woff2$", views.font, name="font"),
    re_path(rf"^icone-(?P<pin>{COLOUR})-(?P<dot>{COLOUR})\.svg$", views.icon, name="icon"),
]
