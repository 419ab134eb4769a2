"""Application of the integration plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class IntegrationConfig(HubPluginConfig):
    """Shows pages and lists of the site on the sites of partners."""

    name = "hub.contrib.integration"
    label = "hub_integration"
    verbose_name = "Intégration sur d’autres sites"
    plugin: ClassVar[str] = "integration"
    api = ">=1.4,<2"
