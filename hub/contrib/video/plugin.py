"""What the plugin brings."""

from collections.abc import Iterable

from hub.plugins import BlockSpec, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its templates."""
    return ["hub.contrib.video"]


@hookimpl
def stream_blocks() -> Iterable[BlockSpec]:
    """The block of one video, wherever texts are."""
    from hub.content.blocks import groups
    from hub.contrib.video.blocks import VideoBlock

    return [BlockSpec("video", VideoBlock(group=groups.MEDIA))]
