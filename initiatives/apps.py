"""The domain: initiatives and everything told about them."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Application of the initiatives."""

    name = "initiatives"
    verbose_name = "Innovations sociales"

    def ready(self) -> None:
        """Register the numbered checks."""
        from initiatives import checks  # noqa: F401  (checks read the models)
