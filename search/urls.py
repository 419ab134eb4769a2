"""The addresses of the search of the whole site."""

from django.urls import path

from search.suggestions.views import suggestions
from search.views import search_page

urlpatterns = [
    path("recherche/", search_page, name="search"),
    path("recherche/suggestions", suggestions, name="search_suggestions"),
]
