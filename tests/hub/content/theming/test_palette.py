"""Every colour accepted gives a site that can be read, by day and by night."""

import pytest
from hypothesis import assume, given, settings, strategies as st

from hub.content.theming.advice import refusals
from hub.content.theming.contrast import contrast, measure_all
from hub.content.theming.palette import Choice, complete, derive, readable_on
from hub.content.theming.tokens import DARK, LIGHT, is_hex

POISON = [
    "red",
    "red;}body{display:none",
    "#8a1f45;}body{}",
    "#8a1f45\n",
    "</style><script>",
    "url(//evil.example/x)",
    "#12345",
    "#1234567",
    "#gggggg",
    "light-dark(#000,#fff)",
]
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
choices = st.builds(Choice, *[st.just("") | colours] * 4)


def test_nothing_chosen_changes_nothing():
    assert derive(Choice()) == {"light": {}, "dark": {}}
    assert complete(derive(Choice())) == {"light": dict(LIGHT), "dark": dict(DARK)}


@pytest.mark.parametrize("value", POISON)
@pytest.mark.parametrize("name", ["main", "second", "highlight", "ground"])
def test_what_is_not_a_colour_is_no_choice(name, value):
    with pytest.raises(ValueError):
        Choice(**{name: value})


def test_a_chosen_colour_is_kept_as_it_is_by_day():
    palette = derive(Choice("#0057B8", "#1e5b4b", "#ffd400", "#f4f8ff"))
    assert palette["light"]["accent"] == palette["light"]["accent-fill"] == "#0057b8"
    assert palette["light"]["place"] == "#1e5b4b"
    assert palette["light"]["highlight"] == "#ffd400"
    assert palette["light"]["paper"] == "#f4f8ff"


def test_a_white_ground_gives_grey_bands_without_a_tint():
    light = derive(Choice(ground="#ffffff"))["light"]
    for name in ("sunk", "line"):
        red, green, blue = light[name][1:3], light[name][3:5], light[name][5:7]
        assert red == green == blue


@settings(max_examples=12, deadline=None)
@given(choices)
def test_a_choice_that_is_not_refused_passes_every_pair_in_both_schemes(choice):
    palette = complete(derive(choice))
    failed = [measure for measure in measure_all(palette) if not measure.is_enough]
    assert all(is_hex(value) for scheme in palette.values() for value in scheme.values())
    assert bool(failed) == bool(refusals(choice))


@settings(max_examples=20, deadline=None)
@given(main=colours, second=colours, ground=st.just("") | colours)
def test_texts_reach_7_on_the_dark_grounds(main, second, ground):
    dark = complete(derive(Choice(main=main, second=second, ground=ground)))["dark"]
    for token in ("accent", "place"):
        assert contrast(dark[token], dark["paper"]) >= 7


@settings(max_examples=30, deadline=None)
@given(colours)
def test_a_readable_text_exists_for_every_fill(fill):
    assert contrast(readable_on(fill), fill) >= 4.5


@settings(max_examples=10, deadline=None)
@given(choices)
def test_what_is_proposed_is_accepted(choice):
    refused = refusals(choice)
    assume(refused)
    proposed = {refusal.choice: refusal.nearest for refusal in refused}
    names = ("main", "second", "highlight", "ground")
    kept = {name: proposed.get(name, getattr(choice, name)) for name in names}
    assert refusals(Choice(**kept)) == []
