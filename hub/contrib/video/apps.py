"""Application of the video plugin."""

from typing import ClassVar

from hub.plugins.config import HubPluginConfig


class VideoConfig(HubPluginConfig):
    """Its label is not `video`, which `hub.content` may take one day."""

    name = "hub.contrib.video"
    label = "hub_video"
    verbose_name = "Vidéos YouTube"
    plugin: ClassVar[str] = "video"
