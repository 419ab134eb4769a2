"""One line of a longer text."""

import pytest
from hypothesis import given, strategies as st

from hub.content.blocks.body import BodyBlocks
from hub.content.excerpt import cut_at_a_word, first_text

SENTENCE = "Une équipe décide ensemble de ses horaires depuis deux ans."


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_text_is_never_longer_than_asked(text, length):
    assert len(cut_at_a_word(text, length)) <= length


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Une équipe décide", "Une équipe décide"),
        ("Une équipe\n décide", "Une équipe décide"),
        ("Une équipe décide ensemble", "Une équipe décide…"),
        ("Une équipe décide, ensemble", "Une équipe décide…"),
        ("Une équipe lit\N{NO-BREAK SPACE}: tout décider", "Une équipe lit…"),
        ("Anticonstitutionnellement", "Anticonstitutionn…"),
    ],
)
def test_a_text_is_cut_between_two_words(text, cut):
    assert cut_at_a_word(text, 18) == cut


def stream(*blocks):
    return BodyBlocks().to_python([{"type": kind, "value": value} for kind, value in blocks])


def test_the_first_sentence_of_a_page_goes_before_its_headings():
    texts = ("Bonjour", SENTENCE, "Fin")
    body = stream(*(("text", f"<p>{text}</p>") for text in texts))
    assert first_text(body) == SENTENCE


def test_without_sentence_the_longest_words_are_kept():
    assert first_text(stream(("text", "<p>Oui</p>"), ("text", "<p>Bonjour</p>"))) == "Bonjour"


@pytest.mark.parametrize("nothing", [None, "", stream()])
def test_what_says_nothing_gives_nothing(nothing):
    assert first_text(nothing) == ""
