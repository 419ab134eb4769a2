"""Words of a title are underlined where the title holds them."""

import pytest
from django.utils.safestring import mark_safe

from hub.content.templatetags.marks import marked


@pytest.mark.parametrize(
    ("title", "words", "html"),
    [
        ("163 façons d’agir", "163 façons", "<mark>163 façons</mark> d’agir"),
        ("ici et ici", "ici", "<mark>ici</mark> et ici"),
        ("Un titre", "absent", "Un titre"),
        ("Un titre", "", "Un titre"),
        ("Un titre", None, "Un titre"),
        ("a < b", "a < b", "<mark>a &lt; b</mark>"),
        ("a < b", "<", "a <mark>&lt;</mark> b"),
    ],
)
def test_the_first_occurrence_is_marked(title: str, words: object, html: str) -> None:
    assert marked(title, words) == html


def test_words_are_set_like_the_title() -> None:
    assert marked(mark_safe("l’équipe d’ici"), "l'équipe") == "<mark>l’équipe</mark> d’ici"
