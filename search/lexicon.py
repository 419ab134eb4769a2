"""The words of French, whatever the site holds: a word of French is not a misspelt one."""

from functools import cache

from spellchecker import SpellChecker

from search.analysis import fold


def is_french(word: str) -> bool:
    """Tell whether a folded word, without accents, may be a word of French."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    """Return the folded words of subtitles in French (the list that pyspellchecker carries)."""
    listed = SpellChecker(language="fr").word_frequency.dictionary
    return frozenset(fold(word) for word in listed)
