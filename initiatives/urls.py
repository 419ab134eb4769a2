"""Addresses of terms, organisations and territories, and those of the door."""

from django.urls import include, path, re_path

from hub.content.social.urls import DIGEST
from initiatives import views
from initiatives.territories import views as territories

urlpatterns = [
    path("", include("initiatives.skos.urls")),
    path("vocabulaires/<slug:scheme>/", views.vocabulary, name="vocabulary"),
    path("vocabulaires/<slug:scheme>/<slug:slug>/", views.term, name="term"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("territoires/", territories.territories, name="territories"),
    re_path(
        rf"^territoires/(?P<code>\w+)-{DIGEST}\.jpg$",
        territories.territory_card,
        name="territory_card",
    ),
    path("territoires/<str:code>/", territories.territory_page, name="territory"),
    path("", include("initiatives.door.urls")),
]
