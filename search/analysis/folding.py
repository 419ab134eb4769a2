"""Letters without case, accents and ligatures, for visitors who type none of them."""

import unicodedata

# Letters that Unicode does not decompose.
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th"}
)


def fold(text: str) -> str:
    """Return the text in lower case, without accents and ligatures; the rest stays as it is."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lowered)
        if not unicodedata.combining(letter)
    )
