"""What a visitor typed, as a text that holds nothing but signs that are printed."""

import unicodedata

# What is read of a longer text: cleaning shortens it, and costs a bounded time.
MARGIN = 8
_DROPPED = "Cf"  # soft hyphens and joiners, which stand inside words


def clean(text: str, most: int) -> str:
    """Return a text on one line, in its composed form, at most `most` characters long.

    Controls, lone surrogates and unassigned signs separate words. Cleaning twice is cleaning once.
    """
    kept = (_printed(letter) for letter in text[: most * MARGIN])
    words = unicodedata.normalize("NFC", "".join(kept)).split()
    return " ".join(words)[:most].rstrip()


def _printed(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == _DROPPED:
        return ""
    return " " if category.startswith("C") else letter
