"""A YouTube video in the body of a page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.blocks import CharBlock, ChoiceBlock, StructValue

from hub.content.api.json_schema import ADDRESS, HTML, TEXT, Schema, an_object, reference
from hub.content.blocks import groups
from hub.content.blocks.image_chooser import PictureChooserBlock
from hub.content.blocks.rich_text import RichTextBlock
from hub.content.blocks.struct import StructBlock
from hub.content.blocks.video_fields import ClockBlock, YouTubeAddressBlock
from hub.content.covers import cover_address
from hub.content.covers.terrain import HEIGHT, WIDTH
from hub.content.video.address import parse_youtube_address
from hub.content.video.duration import as_iso
from hub.content.video.facade import FRENCH, LANGUAGES, VideoFacade, unplayable

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext
    from hub.content.api.schemas import ImageJson

TRANSCRIPT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class VideoValue(StructValue):
    """The fields of the block, and the facade they make."""

    @cached_property
    def facade(self) -> VideoFacade | None:
        """What the component shows, or None where the stored address is not a video's."""
        try:
            video = parse_youtube_address(self.get("address") or "")
        except ValidationError:
            return None
        transcript = self.get("transcript")
        return VideoFacade(
            video=video,
            title=self.get("title") or "",
            poster=self.get("poster"),
            duration=self.get("duration"),
            language=self.get("language") or FRENCH,
            transcript=transcript.source if transcript else "",
        )

    @property
    def unplayable(self) -> dict[str, str]:
        """What is shown where there is no facade."""
        return unplayable(self.get("address") or "", self.get("title") or "")


class VideoBlock(StructBlock):
    """One video, shown by its poster until a visitor plays it."""

    address = YouTubeAddressBlock(
        label="Adresse de la vidéo YouTube",
        help_text=(
            "Collez l’adresse de la page de la vidéo ou celle du bouton « Partager ». "
            "Le début choisi est conservé, le suivi publicitaire est retiré."
        ),
    )
    title = CharBlock(
        label="Titre",
        max_length=150,
        help_text="Affiché sous la vidéo, et sur l’image d’attente s’il n’y en a pas d’autre.",
    )
    poster = PictureChooserBlock(
        label="Image d’attente",
        required=False,
        help_text="Sans image choisie, le site en dessine une avec le titre.",
    )
    duration = ClockBlock(
        label="Durée",
        required=False,
        help_text="Minutes et secondes, par exemple 3:20, ou 1:02:45 avec des heures.",
    )
    language = ChoiceBlock(label="Langue", choices=list(LANGUAGES.items()), default=FRENCH)
    transcript = RichTextBlock(
        label="Transcription",
        required=False,
        features=TRANSCRIPT_FEATURES,
        help_text="Tout ce qui est dit et montré, pour qui ne peut ni voir ni entendre la vidéo.",
    )

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return what a front end makes its own facade of; None for an unreadable address."""
        try:
            video = parse_youtube_address(fields["address"])
        except ValidationError:
            return None
        length = fields["duration"]
        return {
            "youtube_id": video.id,
            "start": video.start_seconds,
            "url": video.canonical_url,
            "title": fields["title"],
            "duration": as_iso(timedelta(seconds=length)) if length else None,
            "language": fields["language"],
            "poster": fields["poster"] or drawn_poster(video.id, ctx),
            "transcript": fields["transcript"],
        }

    def api_schema(self, fields: Schema) -> Schema:
        """Return that of a video: nothing in it but `url` leads to YouTube."""
        return an_object(
            youtube_id=TEXT,
            start={"type": "integer"},
            url=ADDRESS,
            title=TEXT,
            duration={"type": ["string", "null"], "format": "duration"},
            language=fields["properties"]["language"],
            poster=reference("ImageJson"),
            transcript=HTML,
        )

    class Meta:
        icon = "media"
        label = "Vidéo"
        group = groups.MEDIA
        template = "hub_video/video_block.html"
        api_template = "hub_video/api_block.html"
        value_class = VideoValue
        description = "Une vidéo YouTube, chargée seulement si le visiteur lance la lecture."
        preview_value = {
            "address": "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s",
            "title": "Quatre jours par semaine : l’équipe raconte",
            "duration": "3:20",
            "language": FRENCH,
            "transcript": "<p>« Nous avons d’abord compté les heures. »</p>",
        }


def drawn_poster(identity: str, ctx: ApiContext) -> ImageJson:
    """Return the landscape drawn for a video without a poster of its own."""
    return {
        "url": ctx.absolute(cover_address(identity)),
        "width": WIDTH,
        "height": HEIGHT,
        "alt": "",
        "description": "",
        "credit": "",
        "renditions": [],
    }
