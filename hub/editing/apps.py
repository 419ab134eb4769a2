"""The editor's desk, as an application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EditingConfig(AppConfig):
    """Application of what serves editors on every type of page."""

    name = "hub.editing"
    label = "editing"
    verbose_name = "Rédaction"

    def ready(self) -> None:
        """Keep what is in the bin out of the admin, and name rights in French."""
        from hub.editing import redirects  # noqa: F401 - listens to moves
        from hub.editing.permission_names import name_permissions  # reads the models
        from hub.editing.trash import policy  # reads the models

        policy.register()
        # Of every application: the rights of each are made after its own signal came here.
        post_migrate.connect(name_permissions, dispatch_uid="hub.editing.permission_names")
