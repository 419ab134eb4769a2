"""The words of French, whatever the site holds: a word of French is not a misspelt one."""

from bisect import bisect_left
from functools import cache

from spellchecker import SpellChecker

from search.analysis import fold


def is_french(word: str) -> bool:
    """Tell whether a folded word, without accents, may be a word of French."""
    return word in _words()


def begins_french(letters: str) -> bool:
    """Tell whether folded letters may begin a word of French, or be one."""
    words = _in_order()
    at = bisect_left(words, letters)
    return at < len(words) and words[at].startswith(letters)


def written(word: str) -> str:
    """Return how a folded word is most often written, accents included; itself if unknown."""
    return _words().get(word, word)


@cache
def _words() -> dict[str, str]:
    """Return the words of subtitles in French (the list that pyspellchecker carries), folded.

    Each comes with its most frequent spelling.
    """
    listed = SpellChecker(language="fr").word_frequency.dictionary
    by_frequency = sorted(listed, key=lambda word: (listed[word], word))
    return {fold(word): word for word in by_frequency}


@cache
def _in_order() -> list[str]:
    return sorted(_words())
