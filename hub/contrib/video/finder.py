"""Recognises a pasted video without asking anybody: saving works with the network down."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from wagtail.embeds.exceptions import EmbedNotFoundException
from wagtail.embeds.finders.base import EmbedFinder

from hub.content.covers import cover_address
from hub.content.video.address import parse_youtube_address
from hub.content.video.facade import untitled

PLAYER_SIZE = (960, 540)


class YouTubeFinder(EmbedFinder):
    """The only finder of the site: it takes every address, and refuses what is not a video."""

    def accept(self, url: str) -> bool:
        """Take everything, so that a refusal always comes with its reason in French."""
        return True

    def find_embed(
        self, url: str, max_width: int | None = None, max_height: int | None = None
    ) -> dict[str, Any]:
        """Describe the video of an address.

        `html` is what a template gets that does not use our component: a plain link.
        Raises EmbedNotFoundException with the French reason.
        """
        try:
            video = parse_youtube_address(url)
        except ValidationError as error:
            raise EmbedNotFoundException(error.message) from error
        title = untitled(video)
        return {
            "type": "video",
            "title": title,
            "author_name": "",
            "provider_name": "YouTube",
            "thumbnail_url": cover_address(video.id),
            "width": PLAYER_SIZE[0],
            "height": PLAYER_SIZE[1],
            "html": format_html('<a href="{}" rel="external">{}</a>', video.canonical_url, title),
        }


embed_finder_class = YouTubeFinder
