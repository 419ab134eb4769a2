"""A YouTube video in the body of a page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.blocks import CharBlock, ChoiceBlock, StructValue
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.rich_text import expand_db_html

from hub.content.blocks import groups
from hub.content.blocks.image_chooser import API_SIZE, PictureChooserBlock
from hub.content.blocks.rich_text import RichTextBlock
from hub.content.blocks.struct import StructBlock
from hub.content.blocks.video_fields import ClockBlock, YouTubeAddressBlock
from hub.content.covers import cover_address
from hub.content.covers.terrain import HEIGHT, WIDTH
from hub.content.video.address import parse_youtube_address
from hub.content.video.duration import as_iso
from hub.content.video.facade import FRENCH, LANGUAGES, VideoFacade, unplayable

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

    def get_api_representation(
        self, value: VideoValue | None, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        """Everything a front end needs to make its own facade; None for an unreadable address."""
        facade = value.facade if value else None
        if facade is None:
            return None
        return {
            "id": facade.video.id,
            "start": facade.video.start_seconds,
            "url": facade.video.canonical_url,
            "embed_url": facade.video.embed_url,
            "title": facade.title,
            "duration": as_iso(facade.duration) if facade.duration else None,
            "language": facade.language,
            "poster": _poster(facade),
            "transcript": expand_db_html(facade.transcript),
        }

    class Meta:
        icon = "media"
        label = "Vidéo"
        group = groups.MEDIA
        template = "hub_video/video_block.html"
        value_class = VideoValue
        description = "Une vidéo YouTube, chargée seulement si le visiteur lance la lecture."
        preview_value = {
            "address": "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s",
            "title": "Quatre jours par semaine : l’équipe raconte",
            "duration": "3:20",
            "language": FRENCH,
            "transcript": "<p>« Nous avons d’abord compté les heures. »</p>",
        }


def _poster(facade: VideoFacade) -> dict[str, Any]:
    """The uploaded poster, or the landscape of the video: always one on our own host."""
    if facade.poster is None:
        return {"url": cover_address(facade.video.id), "width": WIDTH, "height": HEIGHT}
    rendition = get_rendition_or_not_found(facade.poster, API_SIZE)
    return {"url": rendition.url, "width": rendition.width, "height": rendition.height}
