"""The application that watches content and answers 304."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class FreshnessConfig(AppConfig):
    """Application of the content version."""

    name = "hub.content.freshness"
    label = "freshness"
    verbose_name = "Fraîcheur"

    def ready(self) -> None:
        """Stop watching while the tables change, and watch them as they are afterwards."""
        from hub.content.freshness.watch import pause, watch  # reads the models

        pre_migrate.connect(pause, sender=self)
        post_migrate.connect(watch, sender=self)
