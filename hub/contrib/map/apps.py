"""Application of the map plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class MapConfig(HubPluginConfig):
    """Shows the results of a search where they are."""

    name = "hub.contrib.map"
    label = "hub_map"
    verbose_name = "Carte des initiatives"
    plugin: ClassVar[str] = "map"
    api = ">=1.3,<2"
