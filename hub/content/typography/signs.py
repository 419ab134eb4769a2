"""Apostrophes, ellipses and dashes."""

import re

from hub.content.typography.masks import INLINE, WORD

# « l'eau », « d'1 km », « l'« eau » »: a measure (5') or a closing quote has no letter on one side.
_APOSTROPHE = re.compile(rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_]{INLINE}))'(?={INLINE}*+[\w«“\"{WORD}])")
_ELLIPSIS = re.compile(r"(?<![./\\])\.{3}(?![./\\])")
# Neither the mark of a list, which begins a line, nor a subtraction.
_SPACES = "[ \u00a0\u2009\u202f]++"
_DASH = re.compile(rf"(?<=[^\s«])({_SPACES})--?(?={_SPACES}([^\s»]))")


def turn_signs(text: str) -> str:
    """Return the text with ’, … and – in the place of ', ... and - between spaces."""
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    return _DASH.sub(_dash, text) if "-" in text else text


def _dash(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1]
    is_subtraction = before.isdigit() and match[2].isdigit()
    return match[0] if is_subtraction else f"{match[1]}–"
