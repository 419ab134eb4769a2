"""Application of the API: its documentation page."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Gives all that the public may read, as data."""

    name = "hub.api"
    label = "hub_api"
    verbose_name = "API"
