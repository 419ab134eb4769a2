"""The content kit: what every page is made of."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContentConfig(AppConfig):
    """Application of the content kit."""

    name = "hub.content"
    label = "content"
    verbose_name = "Contenus"

    def ready(self) -> None:
        """Register the numbered checks, listen to new images and pages: all read the models."""
        from hub.content import absent_check, checks, renditions  # noqa: F401
        from hub.content.changes import signals  # noqa: F401
        from hub.content.changes.recording import record_unknown
        from hub.content.social import publishing  # noqa: F401
        from hub.content.theming import checks as theming_checks  # noqa: F401

        post_migrate.connect(record_unknown, sender=self)
