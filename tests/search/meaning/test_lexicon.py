"""Words of French."""

import pytest

from search.meaning.lexicon import is_french


@pytest.mark.parametrize("word", ["chanter", "hote", "creche", "salarie"])
def test_a_word_of_french_is_one_without_its_accents(word: str) -> None:
    assert is_french(word)


@pytest.mark.parametrize("word", ["crehce", "enfents", "entreprize", ""])
def test_a_misspelt_word_is_none(word: str) -> None:
    assert not is_french(word)
