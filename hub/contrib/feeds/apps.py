"""Application of the feeds plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class FeedsConfig(HubPluginConfig):
    """Gives the results of a search to feed readers, and events to calendars."""

    name = "hub.contrib.feeds"
    label = "hub_feeds"
    verbose_name = "Flux et agendas"
    plugin: ClassVar[str] = "feeds"
    api = ">=1.4,<2"
