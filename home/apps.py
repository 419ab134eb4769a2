"""The front of the site: home page, standard pages, themes, set-up."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Application of the home page."""

    name = "home"
    verbose_name = "Accueil et pages"

    def ready(self) -> None:
        """Register what is searched, and what the API gives: they read models."""
        from home.api import pages
        from home.search import register

        register()
        pages.register()
