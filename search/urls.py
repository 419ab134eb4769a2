"""The addresses of the search of the whole site."""

from django.urls import path

from search.page.views import search_page
from search.suggestions.views import suggestions

urlpatterns = [
    path("recherche/", search_page, name="search"),
    path("recherche/suggestions", suggestions, name="search_suggestions"),
]
