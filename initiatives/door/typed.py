"""What was typed, made safe to keep and to show again; nothing a person can see is taken away."""

import unicodedata

from django.http import QueryDict

# Unicode's marks of direction: they make a text read otherwise than it is written (UTS 39).
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Nobody sees them: they would make two words differ that look the same.
INVISIBLE = frozenset("\u200b\u2060\ufeff")
# Controls, halves of a character (they cannot be stored) and what Unicode has not defined.
REFUSED = frozenset({"Cc", "Cs", "Cn"})
# Longer than any field: such a text is refused for its length, and ordering the accents of a
# hostile one would take a quadratic time.
LONGEST_COMPOSED = 5_000


def typed(posted: QueryDict, names: list[str]) -> dict[str, str]:
    """Return the texts of these fields, the others left out."""
    return {name: tidy(posted.get(name, "")) for name in names if name in posted}


def tidy(text: str) -> str:
    """Return a text with plain line ends, composed accents, and nothing that hides."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(lines) <= LONGEST_COMPOSED:
        lines = unicodedata.normalize("NFC", lines)
    return "".join(letter for letter in lines if _is_kept(letter))


def _is_kept(letter: str) -> bool:
    if letter in "\n\t":
        return True
    hidden = letter in DIRECTION or letter in INVISIBLE
    return not hidden and unicodedata.category(letter) not in REFUSED
