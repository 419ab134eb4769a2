"""The Django application of the territory."""

from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """Gazetteer, place fields and the editing control of a point; it has no table of its own."""

    name = "hub.territory"
    label = "territory"
    verbose_name = "Territoire"

    def ready(self) -> None:
        """Load what registers itself."""
        from . import checks  # noqa: F401
