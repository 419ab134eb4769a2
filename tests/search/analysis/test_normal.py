import unicodedata

import pytest
from hypothesis import given, strategies as st

from search.analysis import normalise

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0301galite\u0301", "égalité"),
        ("télé\u00adtravail", "télétravail"),
        ("télé\u200btra\u200dvail\ufeff", "télétravail"),
        ("e\u00ad\u0301", "é"),
        ("un\x00deux\ttrois\rquatre", "un deux trois quatre"),
        ("un\ndeux", "un\ndeux"),
        ("seul \ud800.", "seul  ."),
        ("👩\u200d💻", "👩\u200d💻"),
        ("1\u00a0200", "1\u00a0200"),
        ("lʼemploi", "l’emploi"),
        ("", ""),
    ],
)
def test_a_text_has_one_spelling(text, expected):
    assert normalise(text) == expected


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(ANY_TEXT)
def test_decomposed_and_composed_texts_are_one(text):
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)


@given(ANY_TEXT)
def test_what_is_normalised_can_be_written_in_utf_8(text):
    assert normalise(text).encode().decode() == normalise(text)
    assert "\x00" not in normalise(text)
