"""Addresses of terms and organisations, and those of the door."""

from django.urls import include, path

from initiatives import views

urlpatterns = [
    path("vocabulaires/<slug:scheme>/", views.vocabulary, name="vocabulary"),
    path("vocabulaires/<slug:scheme>/<slug:slug>/", views.term, name="term"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("", include("initiatives.door.urls")),
]
