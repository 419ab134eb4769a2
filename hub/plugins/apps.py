"""The door itself, as an application: its checks and its command."""

from django.apps import AppConfig


class PluginsConfig(AppConfig):
    """Application of the plugin door."""

    name = "hub.plugins"
    label = "plugins"
    verbose_name = "Modules"

    def ready(self) -> None:
        """Register the numbered checks."""
        from hub.plugins import checks  # noqa: F401
