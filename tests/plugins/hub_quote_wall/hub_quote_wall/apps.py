"""Application of the plugin."""

from hub.plugins.config import HubPluginConfig


class QuoteWallConfig(HubPluginConfig):
    """What it asks of the hub."""

    name = "hub_quote_wall"
    verbose_name = "Mur de citations"
    default_auto_field = "django.db.models.BigAutoField"
    plugin = "quote_wall"
    api = ">=1.4,<2"
    default_settings = {"SIZE": "3"}
    required_settings = ("SOURCE",)
