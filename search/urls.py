"""The address of the search of the whole site."""

from django.urls import path

from search.views import search_page

urlpatterns = [path("recherche/", search_page, name="search")]
