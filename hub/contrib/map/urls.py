"""Addresses, at the root of the site."""

from django.urls import path

from hub.contrib.map.views import map_card, map_page, names, points

urlpatterns = [
    path("carte/", map_page, name="map"),
    path("carte/partage-<slug:digest>.jpg", map_card, name="map_card"),
    path("carte/points.json", points, name="map_points"),
    path("carte/noms.json", names, name="map_names"),
]
