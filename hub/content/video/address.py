"""Reads the address of one YouTube video, without any network.

The forms accepted are those YouTube itself hands out (share button, address bar, embed code,
mobile and music sites, shorts, live). Whatever names one video is accepted; whatever names
several (playlist, channel) or none is refused with a sentence an editor can act upon.
"""

import html
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

from django.core.exceptions import ValidationError

MAX_ADDRESS_LENGTH = 2048

SITE_HOSTS = frozenset(
    {
        "youtube.com",
        "www.youtube.com",
        "m.youtube.com",
        "music.youtube.com",
        "youtube-nocookie.com",
        "www.youtube-nocookie.com",
    }
)
SHORT_HOSTS = frozenset({"youtu.be", "www.youtu.be"})
VIDEO_FOLDERS = frozenset({"embed", "shorts", "live", "v", "e"})
CHANNEL_FOLDERS = frozenset({"channel", "c", "user"})
PLAYLIST_FOLDERS = frozenset({"playlist", "show", "watch_videos"})
# Both have the length and the letters of a video id.
PLAYLIST_EMBED = "videoseries"
CHANNEL_EMBED = "live_stream"

VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?=//)")
# Letters may be missing: a number alone is a number of seconds, as after "1m".
START = re.compile(
    r"(?:(?P<hours>[0-9]{1,6})h)?(?:(?P<minutes>[0-9]{1,6})m)?(?:(?P<seconds>[0-9]{1,6})s?)?"
)
# No video lasts eleven days.
LATEST_START = 999_999
START_PARAMETERS = ("t", "start", "time_continue")

REFUSALS = {
    "empty": "Collez l’adresse d’une vidéo YouTube.",
    "embed_code": (
        "Collez l’adresse de la vidéo, par exemple https://youtu.be/6MSURDccwBk, "
        "et non son code d’intégration."
    ),
    "malformed": (
        "Cette adresse n’est pas lisible. Copiez celle de la vidéo dans la barre d’adresse "
        "du navigateur ou avec le bouton « Partager » de YouTube."
    ),
    "other_host": (
        "Seules les vidéos publiées sur YouTube peuvent être insérées : "
        "l’adresse commence par https://www.youtube.com/ ou https://youtu.be/."
    ),
    "playlist": (
        "Cette adresse est celle d’une liste de lecture. "
        "Ouvrez une vidéo de la liste et collez l’adresse de cette vidéo."
    ),
    "channel": (
        "Cette adresse est celle d’une chaîne. "
        "Ouvrez une vidéo de la chaîne et collez l’adresse de cette vidéo."
    ),
    "bad_id": (
        "L’identifiant de la vidéo n’est pas complet : il compte onze caractères, "
        "lettres, chiffres, tirets ou soulignés. Copiez l’adresse entière."
    ),
    "no_video": (
        "Cette adresse de YouTube ne désigne pas une vidéo. "
        "Ouvrez la vidéo et collez l’adresse de sa page."
    ),
}


@dataclass(frozen=True)
class YouTubeVideo:
    """One video and the second at which it starts."""

    id: str
    start_seconds: int = 0

    @property
    def canonical_url(self) -> str:
        """The page of the video on YouTube's own site: the one form that is stored."""
        query = {"v": self.id}
        if self.start_seconds:
            query["t"] = f"{self.start_seconds}s"
        return f"https://www.youtube.com/watch?{urlencode(query)}"

    @property
    def embed_url(self) -> str:
        """The player, on the host without cookie; it is asked for after a click, so it plays."""
        query = {"start": str(self.start_seconds)} if self.start_seconds else {}
        query["autoplay"] = "1"
        return f"https://www.youtube-nocookie.com/embed/{self.id}?{urlencode(query)}"


def parse_youtube_address(text: str) -> YouTubeVideo:
    """Read the video an address names.

    Takes what an editor pasted: with or without scheme, tracking parameters in any order.
    Returns the video with its start, everything else dropped.
    Raises ValidationError, with a French sentence and one of the codes of REFUSALS.
    """
    parts = _split(text)
    if parts.netloc.lower() not in SITE_HOSTS | SHORT_HOSTS:
        raise refusal("other_host")
    query = _parameters(parts.query)
    video_id = _named_id(parts, query)
    if not VIDEO_ID.fullmatch(video_id):
        raise refusal("bad_id")
    return YouTubeVideo(id=video_id, start_seconds=_start({**_parameters(parts.fragment), **query}))


def validate_youtube_address(text: str) -> None:
    """Raise ValidationError unless the text is the address of one YouTube video."""
    parse_youtube_address(text)


def refusal(code: str) -> ValidationError:
    """The error for one of the codes of REFUSALS."""
    return ValidationError(REFUSALS[code], code=code)


def _split(text: str) -> SplitResult:
    # An address copied from the source of a page carries "&amp;".
    address = html.unescape(text).strip()
    if not address:
        raise refusal("empty")
    if address.startswith("<"):
        raise refusal("embed_code")
    if len(address) > MAX_ADDRESS_LENGTH or not address.isprintable() or " " in address:
        raise refusal("malformed")
    if not SCHEME.match(address):
        address = f"https://{address.removeprefix('//')}"
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise refusal("malformed") from error
    if parts.scheme not in {"http", "https"}:
        raise refusal("other_host")
    return parts


def _parameters(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _named_id(parts: SplitResult, query: dict[str, str]) -> str:
    """The text standing where the address names its video."""
    folder, *rest = [segment for segment in parts.path.split("/") if segment] or [""]
    if parts.netloc.lower() in SHORT_HOSTS and folder not in {"", "watch", "playlist"}:
        return folder
    if folder in VIDEO_FOLDERS and rest:
        return _id_in_folder(rest[0])
    if folder in {"", "watch"} and "v" in query:
        return query["v"]
    if folder in CHANNEL_FOLDERS or folder.startswith("@"):
        raise refusal("channel")
    if folder in PLAYLIST_FOLDERS or "list" in query:
        raise refusal("playlist")
    raise refusal("no_video")


def _id_in_folder(segment: str) -> str:
    if segment == PLAYLIST_EMBED:
        raise refusal("playlist")
    if segment == CHANNEL_EMBED:
        raise refusal("channel")
    return segment


def _start(parameters: dict[str, str]) -> int:
    """Seconds of the start; one that cannot be read counts as the beginning."""
    text = next((parameters[name] for name in START_PARAMETERS if name in parameters), "")
    match = START.fullmatch(text.lower())
    if match is None:
        return 0
    hours, minutes, seconds = (int(amount or 0) for amount in match.groups())
    start = hours * 3600 + minutes * 60 + seconds
    return start if start <= LATEST_START else 0
