"""Puts our window and our rendering in the place of Wagtail's; imported by `wagtail_hooks`."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from hub.content.video import chooser
from hub.content.video.rich_text import VideoEmbedHandler


def chooser_urls() -> list[URLPattern]:
    """Answer at the addresses of Wagtail's embed chooser."""
    return [
        path("embeds/chooser/", chooser.chooser, name="video_chooser"),
        path("embeds/chooser/upload/", chooser.chooser_upload, name="video_chooser_upload"),
    ]


def show_embeds_as_facades(features: FeatureRegistry) -> None:
    """Render every embed of a rich text as a facade."""
    features.register_embed_type(VideoEmbedHandler)


# Wagtail declares the same paths: the first one declared answers, whoever reverses the name.
hooks.register("register_admin_urls", chooser_urls, order=-10)
# The registry keeps one handler for each kind: the last one registered.
hooks.register("register_rich_text_features", show_embeds_as_facades, order=10)
