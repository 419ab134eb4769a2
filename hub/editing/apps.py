"""The editor's desk, as an application."""

from django.apps import AppConfig


class EditingConfig(AppConfig):
    """Application of what serves editors on every type of page."""

    name = "hub.editing"
    label = "editing"
    verbose_name = "Rédaction"

    def ready(self) -> None:
        """Keep what is in the bin out of the admin."""
        from hub.editing import redirects  # noqa: F401 - listens to moves
        from hub.editing.trash import policy  # reads the models

        policy.register()
