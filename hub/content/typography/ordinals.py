"""Ordinals: « 1er », « 1re », « 2e », « XXIe », whose ending is raised in HTML."""

import re

_LONG = re.compile(r"(?<![\w.,/-])(\d{1,4}|[IVX]{1,6})i?[èe]me(s?)(?!\w)")
_FEMININE = re.compile(r"(?<![\w.,/-])([1I])[èe]re(s?)(?!\w)")
# Letters after a hyphen are a century (XIXe-XXe), digits are a code (8400-29e).
_ENDING = re.compile(
    r"(?<![\w.,/-])(?=\d)(1(?=[er])|2(?=n?d)|\d{1,4}(?=e))(ers?|res?|n?des?|es?)(?!\w)"
    r"|(?<!\w)(I(?=[er])|[IVX]{1,6}(?=e))(ers?|res?|es?)(?!\w)"
)


def shorten_ordinals(text: str) -> str:
    """Return the text with « 2e » for « 2ème » and « 1re » for « 1ère »."""
    return _LONG.sub(r"\1e\2", _FEMININE.sub(r"\1re\2", text))


def raise_ordinals(html: str) -> str:
    """Return the HTML with the ending of every ordinal in `<sup>`."""
    return _ENDING.sub(
        lambda found: f"{found[1] or found[3]}<sup>{found[2] or found[4]}</sup>", html
    )
