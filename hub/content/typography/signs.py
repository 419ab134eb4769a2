"""Apostrophes, ellipses and dashes."""

import re

from hub.content.typography.masks import INLINE, WORD

# « l'eau », « d'1 km », « l'« eau » »: a measure (5') or a closing quote has no letter on one side.
_APOSTROPHE = re.compile(
    rf"""(?<=[^\W\d_]{INLINE})'(?=[\w«“"{WORD}{INLINE}])|(?<=[^\W\d_])'(?={INLINE}*+[\w«“"{WORD}])""",
)
_ELLIPSIS = re.compile(r"(?<![./\\])\.{3}(?![./\\])")
# Neither the mark of a list, which begins a line, nor a subtraction.
_DASH = re.compile(r"(?<=\S)([ \u00a0])--?([ \u00a0])(?=\S)")
_DIGIT_AROUND = re.compile(r"\d[ \u00a0]--?[ \u00a0]\d")


def turn_signs(text: str) -> str:
    """Return the text with ’, … and – in the place of ', ... and - between spaces."""
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    return _DASH.sub(_dash, text) if "-" in text else text


def _dash(match: re.Match[str]) -> str:
    around = match.string[match.start() - 1 : match.end() + 1]
    return match[0] if _DIGIT_AROUND.fullmatch(around) else f"{match[1]}–{match[2]}"
