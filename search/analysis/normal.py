"""One spelling of a text in Unicode, before anything looks at its words."""

import re
import unicodedata

# What a reader does not see: soft hyphens, zero-width spaces and joiners, marks of byte order and
# of direction. They come with text pasted from elsewhere, in the middle of words. The joiner that
# leads to a pictograph stays: it makes one emoji out of several.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff](?!(?<=\u200d)[\u2190-\u2bff\U0001f000-\U0001faff])"
)
# Control characters but for the end of a line, and lone surrogates, which UTF-8 cannot write.
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# An apostrophe that Unicode counts among the letters; phones write it.
_LETTER_APOSTROPHE = "\N{MODIFIER LETTER APOSTROPHE}"


def normalise(text: str) -> str:
    """Return the text in NFC, with spaces for control characters and nothing invisible."""
    if text.isascii():
        return _UNPRINTABLE.sub(" ", text)
    composed = unicodedata.normalize("NFC", text).replace(_LETTER_APOSTROPHE, "’")
    printable = _UNPRINTABLE.sub(" ", composed)
    seen = _UNSEEN.sub("", printable)
    return seen if seen == printable else unicodedata.normalize("NFC", seen)
