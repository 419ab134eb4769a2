"""The stems of a French word: Snowball of the word, and of its folded singular."""

import threading

import Stemmer

from search.analysis.folding import fold

# Shorter words keep their last letter: « bus », « prix » aside, it is seldom a plural.
_SHORTEST_PLURAL = 4
# « gère » and « chère » are no feminine of a trade; « légère » is that of « léger ».
_SHORTEST_FEMININE = 5


class _Local(threading.local):
    """One stemmer for each thread: PyStemmer's objects hold a buffer and are not to be shared."""

    def __init__(self) -> None:
        self.french = Stemmer.Stemmer("french", 0)


_local = _Local()


def stems_of(lowered: str, folded: str) -> tuple[str, ...]:
    """Return one or two stems of a word.

    The first is that of the accented word: licencié, licenciées. Snowball alone does not join
    emploi and emplois, enjeu and enjeux: the second, of the singular, does. It makes a word
    typed without accents meet the one that has them, and the feminine of a trade its masculine.

    Args:
        lowered: The word in lower case with its accents, composed (NFC).
        folded: The same without accents.
    """
    stem = _local.french.stemWord
    first = _letters(fold(stem(lowered))) or folded
    second = stem(_masculine(_singular(folded))) or folded
    return (first,) if first == second else (first, second)


def _singular(folded: str) -> str:
    """Return the singular that the ending of a folded word announces."""
    if folded.endswith("eaux"):
        return folded[:-1]
    if folded.endswith("aux"):
        return f"{folded[:-2]}l"
    if len(folded) >= _SHORTEST_PLURAL and folded.endswith(("s", "x")):
        folded = folded[:-1]
    if len(folded) > _SHORTEST_PLURAL and folded.endswith("ee"):
        return folded[:-1]
    return folded


def _masculine(singular: str) -> str:
    """Return the masculine of « directrice », « coiffeuse », « active » and « conseillère »."""
    if singular.endswith("trice"):
        return f"{singular[:-4]}eur"
    if singular.endswith("euse"):
        return f"{singular[:-2]}r"
    if singular.endswith("ive"):
        return f"{singular[:-2]}f"
    if singular.endswith(("llere", "gere", "chere")) and len(singular) > _SHORTEST_FEMININE:
        return f"{singular[:-2]}r"
    return singular


def _letters(stem: str) -> str:
    return stem if stem.isalnum() else "".join(letter for letter in stem if letter.isalnum())
