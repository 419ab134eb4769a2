"""The content kit: what every page is made of."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """Application of the content kit."""

    name = "hub.content"
    label = "content"
    verbose_name = "Contenus"

    def ready(self) -> None:
        """Register the numbered checks and listen to new images: both read the models."""
        from hub.content import checks, renditions  # noqa: F401
