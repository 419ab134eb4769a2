"""Words in the typefaces of the site: fonts, lines that fit, letters that exist."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from anyascii import anyascii
from django.contrib.staticfiles import finders
from PIL import ImageFont

from hub.content.text import NARROW_NBSP, NBSP
from hub.content.typography import french

TITLES = "site/fonts/bricolage-grotesque.woff2"
TEXTS = "site/fonts/source-sans-3.woff2"
ELLIPSIS = "…"
# The fonts are cut to what French needs: the letters of Windows 1252.
_LETTERS = "cp1252"


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return a variable font of the site at a size in pixels and a weight.

    Raises:
        FileNotFoundError: the static file is missing.
    """
    path = finders.find(name)
    if not isinstance(path, str):
        raise FileNotFoundError(name)
    opened = ImageFont.truetype(Path(path), size)
    opened.set_variation_by_axes([weight])
    return opened


def printable(text: str) -> str:
    """Return the text on one line, set in French, in letters that the fonts have."""
    letters = (_letter(one) for one in french(text).replace(NARROW_NBSP, NBSP))
    # Not str.split(), which would also break at no-break spaces.
    return " ".join(filter(None, "".join(letters).split(" ")))


def _letter(one: str) -> str:
    if one != NBSP and not one.isprintable():
        return " "
    return one if one.encode(_LETTERS, "ignore") else anyascii(one)


def shortened(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """Return the text, cut with an ellipsis where it is longer than `width` pixels."""
    if face.getlength(text) <= width:
        return text
    while text and face.getlength(text + ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip(f" {NBSP},;:.") + ELLIPSIS


def lines_of(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return the text as lines of at most `width` pixels; a word that is longer is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, face, width)
    return lines


def _pieces(word: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and face.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def balanced(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return as few lines as `width` allows, of lengths as even as possible."""
    fewest = lines_of(text, face, width)
    for narrower in range(width // 2, width, width // 12):
        lines = lines_of(text, face, narrower)
        if len(lines) == len(fewest) and not _cuts_a_word(text, lines):
            return lines
    return fewest


def _cuts_a_word(text: str, lines: list[str]) -> bool:
    return " ".join(lines) != text
