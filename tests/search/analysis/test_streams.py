import unicodedata

import pytest
import Stemmer
from hypothesis import assume, given, strategies as st

from search.analysis import ANALYSIS_VERSION, GAP, Analysed, analyse, analyse_all, streams, tokenise

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L’égalité des salarié·e·s",
            Analysed("egal _ salari", "egalit salar", "egalite des salarie"),
        ),
        ("La semaine de 4 jours !", Analysed("_ semain _ 4 jour", "", "la semaine de 4 jours")),
        ("…", Analysed("", "", "")),
        ("", Analysed("", "", "")),
    ],
)
def test_an_index_receives_words_between_single_spaces(text, expected):
    assert analyse(text) == expected


@given(ANY_TEXT)
def test_the_index_holds_what_the_tokens_say(text):
    tokens = tokenise(text)
    assert analyse(text) == Analysed(
        " ".join(token.stems[0] if token.stems else GAP for token in tokens),
        " ".join(token.stems[1] for token in tokens if len(token.stems) == 2),
        " ".join(token.word for token in tokens),
    )


@given(ANY_TEXT, ANY_TEXT)
def test_two_texts_are_analysed_as_one(one, other):
    # Groups of digits on either side would make one number.
    assume(not (one[-1:].isdigit() and other[:1].isdigit()))
    whole, parts = analyse(f"{one}\n{other}"), (analyse(one), analyse(other))
    assert whole.stems == " ".join(part.stems for part in parts if part.stems)
    assert whole.words == " ".join(part.words for part in parts if part.words)
    assert whole.alternatives == " ".join(part.alternatives for part in parts if part.alternatives)


def test_no_phrase_runs_from_one_text_into_the_next():
    both = analyse_all(["Un emploi", "…", "durable et choisi"])
    assert both.stems == "_ emploi _ _ _ _ durabl _ chois"
    assert both.words == "un emploi _ _ _ _ durable et choisi"
    assert analyse_all([]) == Analysed("", "", "")


@given(ANY_TEXT)
def test_a_decomposed_text_is_analysed_alike(text):
    assert analyse(unicodedata.normalize("NFD", text)) == analyse(text)


def test_the_memory_of_chunks_is_bounded_and_long_chunks_are_not_kept(monkeypatch):
    memory, most = streams._remembered, 1 << 7
    monkeypatch.setattr(streams, "_REMEMBERED_CHUNKS", most)
    memory.clear()
    analyse("y" * 10_000)
    assert not memory

    several = " ".join(f"mot{number}" for number in range(most + 100))
    assert analyse(several).words == several
    assert 100 <= len(memory) <= most


def test_the_version_names_the_stemmer():
    number, _, stemmer = ANALYSIS_VERSION.partition("-")
    assert number.isdecimal()
    assert stemmer == Stemmer.version()
