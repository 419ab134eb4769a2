"""Application of the linked data plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class LinkedDataConfig(HubPluginConfig):
    """Gives the results of a search to whoever links data."""

    name = "hub.contrib.linked_data"
    label = "hub_linked_data"
    verbose_name = "Données liées"
    plugin: ClassVar[str] = "linked_data"
    api = ">=1.4,<2"
