"""Whatever is typed becomes a short line of printed signs."""

import unicodedata

from hypothesis import given, strategies as st

from search.cleaning import clean

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=400)


@given(ANYTHING)
def test_what_is_clean_is_printable_short_composed_and_stays_as_it_is(text):
    found = clean(text, 50)
    assert len(found) <= 50
    assert not any(unicodedata.category(letter).startswith("C") for letter in found)
    assert found == unicodedata.normalize("NFC", found) == clean(found, 50)


def test_controls_and_surrogates_separate_words_and_joiners_do_not():
    assert clean("  sala\N{SOFT HYPHEN}rié\x00e\ud800s\n4  jours ", 50) == "salarié e s 4 jours"


def test_a_very_long_text_costs_what_is_read_of_it():
    assert clean("é " * 50_000, 10) == "é é é é é"
