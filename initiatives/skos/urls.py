"""Addresses of vocabularies and terms as SKOS; the pages have the same without suffix."""

from django.urls import re_path

from initiatives.skos import views

_SUFFIX = "|".join(views.MEDIA_TYPES)

urlpatterns = [
    re_path(rf"^vocabulaires\.(?P<suffix>{_SUFFIX})$", views.vocabularies),
    re_path(rf"^vocabulaires/(?P<scheme>[-\w]+)\.(?P<suffix>{_SUFFIX})$", views.vocabulary),
    re_path(
        rf"^vocabulaires/(?P<scheme>[-\w]+)/(?P<slug>[-\w]+)\.(?P<suffix>{_SUFFIX})$", views.term
    ),
]
