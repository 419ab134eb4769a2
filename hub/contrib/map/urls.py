"""Addresses, at the root of the site."""

from django.urls import path

from hub.contrib.map.views import map_page, names, points

urlpatterns = [
    path("carte/", map_page, name="map"),
    path("carte/points.json", points, name="map_points"),
    path("carte/noms.json", names, name="map_names"),
]
