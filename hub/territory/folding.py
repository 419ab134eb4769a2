"""Fold place names so that ways of writing one name become one text."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_ARTICLE = re.compile(r"^(?:le|la|les|l) (?=.)")


def fold(text: str) -> str:
    """Return the text without accents, case, hyphens or apostrophes, and "St" as "saint"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = _NOT_WORD.sub(" ", plain).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def without_article(folded: str) -> str:
    """Remove the article that leads a folded name, unless nothing else would be left."""
    return _ARTICLE.sub("", folded)
