"""Addresses of the guide; included under `styleguide/` where `HUB_STYLEGUIDE` is on."""

from django.urls import path

from hub.content.styleguide import views

app_name = "styleguide"
urlpatterns = [
    path("", views.index, name="index"),
    path("blocs/", views.blocks, name="blocks"),
    path("<slug:name>/", views.component, name="component"),
    path("<slug:name>/<slug:slug>/", views.variant, name="variant"),
]
