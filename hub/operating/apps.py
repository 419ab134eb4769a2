"""What an operator needs, as an application."""

from django.apps import AppConfig


class OperatingConfig(AppConfig):
    """Commands and state of the site as its operator sees it."""

    name = "hub.operating"
    label = "operating"
    verbose_name = "Exploitation"
    default_auto_field = "django.db.models.BigAutoField"
