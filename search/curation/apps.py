"""Configuration of the curation."""

from django.apps import AppConfig


class CurationConfig(AppConfig):
    """Application of what staff make of searches."""

    name = "search.curation"
    label = "search_curation"
    verbose_name = "Recherche"
    default_auto_field = "django.db.models.BigAutoField"
