"""The colours of the site satisfy the table that a programme's own colours must satisfy."""

import re

import pytest
from django.conf import settings

from hub.content.theming.contrast import PAIRS, contrast, measure_all, ratio_label
from hub.content.theming.fonts import BUNDLED, STACKS, FontChoice
from hub.content.theming.radius import RADII, Radius
from hub.content.theming.tokens import SCHEMES

SHEET = settings.BASE_DIR / "static" / "site" / "site.css"
SCHEME_INDEX = {"light": 0, "dark": 1}


def declarations():
    """Return the custom properties of the first `:root` of the sheet of the site."""
    root = re.search(r":root\s*\{(.*?)\}", SHEET.read_text(encoding="utf-8"), re.DOTALL)
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", root.group(1)))


def long_hex(value):
    """Return `#rrggbb` for `#rgb` too."""
    digits = value.strip().removeprefix("#").lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def drawn(scheme):
    """Return the colours that the sheet of the site gives to the tokens in a scheme."""
    values = {}
    for name, value in declarations().items():
        both = re.fullmatch(r"light-dark\(([^,]+),([^,]+)\)", value)
        colour = both.group(SCHEME_INDEX[scheme] + 1) if both else value
        if re.fullmatch(r"\s*#[0-9a-fA-F]{3,6}\s*", colour):
            values[name] = long_hex(colour)
    return values


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_sheet_of_the_site_draws_what_the_table_of_tokens_says(scheme):
    assert drawn(scheme) == dict(SCHEMES[scheme])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_the_site_reach_what_is_demanded_of_every_pair(scheme):
    measures = list(measure_all({scheme: drawn(scheme)}))
    assert len(measures) == len(PAIRS)
    assert [measure for measure in measures if not measure.is_enough] == []


def test_the_documentation_lists_every_property_of_the_theme():
    page = (settings.BASE_DIR / "docs" / "theming.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `--([\w-]+)`", page, re.MULTILINE))
    assert listed == {*SCHEMES["light"], "display", "text", "radius"}


def test_a_missing_token_is_an_error():
    with pytest.raises(KeyError):
        list(measure_all({"light": {"paper": "#ffffff"}}))


def test_the_fonts_and_corners_of_the_site_are_those_called_the_default():
    declared = declarations()
    assert declared["display"] == STACKS[FontChoice.BRICOLAGE]
    assert declared["text"] == STACKS[FontChoice.SOURCE_SANS]
    assert declared["radius"] == RADII[Radius.ROUND]


def test_the_fonts_offered_are_in_the_repository():
    sheet = SHEET.read_text(encoding="utf-8")
    for choice, path in BUNDLED.items():
        assert (settings.BASE_DIR / "static" / path).is_file()
        family = STACKS[choice].partition(",")[0]
        assert f"font-family: {family}" in sheet


def test_contrast_goes_from_1_to_21():
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize(
    ("ratio", "label"),
    [(4.499, "4,49"), (4.5, "4,5"), (7, "7"), (10.02, "10,02"), (20.999, "20,99")],
)
def test_a_ratio_is_never_rounded_up(ratio, label):
    assert ratio_label(ratio) == label
