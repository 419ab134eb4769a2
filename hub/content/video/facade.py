"""What a visitor sees of a video before choosing to play it."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

from hub.content.video.address import YouTubeVideo, parse_youtube_address
from hub.content.video.duration import as_words

COMPONENT = "components/video.html"
FALLBACK = "components/unplayable_video.html"
FRENCH = "fr"
LANGUAGES = {
    FRENCH: "français",
    "de": "allemand",
    "en": "anglais",
    "ar": "arabe",
    "es": "espagnol",
    "it": "italien",
    "fsl": "langue des signes française",
    "pt": "portugais",
}


@dataclass(frozen=True)
class VideoFacade:
    """One video with what is known of it; the only input of `components/video.html`."""

    video: YouTubeVideo
    title: str
    poster: AbstractImage | None = None
    duration: timedelta | None = None
    language: str = FRENCH
    transcript: str = ""

    @property
    def spoken_duration(self) -> str:
        """« 3 min 20 s », or nothing where the length is unknown."""
        return as_words(self.duration) if self.duration else ""

    @property
    def foreign_language(self) -> str:
        """The language's French name, or nothing where it is French."""
        return "" if self.language == FRENCH else LANGUAGES.get(self.language, "")


def untitled(video: YouTubeVideo) -> str:
    """The title of a video known by its address alone: the id tells two of them apart."""
    return f"Vidéo YouTube {video.id}"


def unplayable(address: str, title: str = "") -> dict[str, str]:
    """The inputs of the fallback: a link is given for a web address only, whatever was stored."""
    safe = address.lower().startswith(("https://", "http://"))
    return {"address": address if safe else "", "title": title}


def render_address(address: str) -> SafeString:
    """Return the markup of a video known by its address alone.

    An address that is not a video's gives a plain link, never an empty place in the page.
    """
    try:
        video = parse_youtube_address(address)
    except ValidationError:
        return render_to_string(FALLBACK, unplayable(address))
    return render_to_string(COMPONENT, {"facade": VideoFacade(video, title=untitled(video))})
