"""What the plugin brings."""

from collections.abc import Iterable, Mapping

from hub.plugins import BlockSpec, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its templates."""
    return ["hub.contrib.video"]


@hookimpl
def embed_finders() -> Iterable[Mapping[str, object]]:
    """What recognises a video pasted in a rich text, without any network."""
    return [{"class": "hub.contrib.video.finder"}]


@hookimpl
def stream_blocks() -> Iterable[BlockSpec]:
    """The block of one video, wherever texts are."""
    from hub.content.blocks import groups
    from hub.contrib.video.blocks import VideoBlock

    return [BlockSpec("video", VideoBlock(group=groups.MEDIA))]
