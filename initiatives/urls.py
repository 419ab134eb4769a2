"""Addresses of terms, organisations and territories, and those of the door."""

from django.urls import include, path

from initiatives import views
from initiatives.territories import views as territories

urlpatterns = [
    path("vocabulaires/<slug:scheme>/", views.vocabulary, name="vocabulary"),
    path("vocabulaires/<slug:scheme>/<slug:slug>/", views.term, name="term"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("territoires/", territories.territories, name="territories"),
    path("territoires/<str:code>/", territories.territory_page, name="territory"),
    path("", include("initiatives.door.urls")),
]
