"""A refusal names the pair, both ratios, and a colour that would do."""

import pytest

from hub.content.theming.advice import refusals
from hub.content.theming.palette import Choice


def said(**chosen):
    return {refusal.choice: refusal.sentence for refusal in refusals(Choice(**chosen))}


def test_the_colours_of_the_site_are_accepted():
    assert said(main="#8a1f45", second="#1e5b4b", highlight="#e9b23b", ground="#fbf7f0") == {}


def test_a_link_too_light_is_refused_with_the_nearest_colour():
    assert said(main="#ff6600") == {
        "main": "Contraste insuffisant\N{NO-BREAK SPACE}: lien sur le fond des bandeaux, 2,48 au "
        "lieu de 4,5. La couleur la plus proche qui convient est #be3900."
    }


@pytest.mark.parametrize(
    ("name", "colour", "pair"),
    [
        ("main", "#c0c0c0", "lien sur"),
        ("second", "#7bd389", "nom de lieu sur"),
        ("highlight", "#203040", "texte sur la couleur de surlignage"),
        ("ground", "#808080", "sur le fond des bandeaux"),
        ("ground", "#123456", "texte sur le fond"),
    ],
)
def test_each_choice_answers_for_its_own_pairs(name, colour, pair):
    sentences = said(**{name: colour})
    assert list(sentences) == [name]
    assert pair in sentences[name]


def test_one_bad_ground_does_not_condemn_the_colours_on_it():
    assert list(said(main="#8a1f45", ground="#123456")) == ["ground"]


def test_a_colour_refused_on_a_chosen_ground_is_charged_to_the_colour():
    assert said(main="#ad476c") == {}
    assert list(said(main="#ad476c", ground="#e6dccb")) == ["main"]
