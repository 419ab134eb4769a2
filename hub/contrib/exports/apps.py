"""Application of the exports plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class ExportsConfig(HubPluginConfig):
    """Writes the results of a search as files."""

    name = "hub.contrib.exports"
    label = "hub_exports"
    verbose_name = "Exports"
    plugin: ClassVar[str] = "exports"
    api = ">=1.3,<2"
