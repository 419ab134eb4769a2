"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finds pages; knows no page type."""

    name = "search"
    label = "hub_search"
    verbose_name = "Recherche"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the numbered checks, and listen to what changes pages: both read models."""
        from search import checks  # noqa: F401
        from search.indexing import signals  # noqa: F401
