"""The address of the suggestions, beside that of the search."""

from django.urls import path

from search.suggestions.views import suggestions

urlpatterns = [path("recherche/suggestions", suggestions, name="search_suggestions")]
