"""Words on the maps can be read, in both schemes: WCAG 2.2, 1.4.3."""

import re

import pytest
from coloraide import Color
from django.conf import settings

STATIC = settings.BASE_DIR / "static"
ON_GROUND = [
    *(("ink", f"map-{step}") for step in range(4)),
    ("map-on-4", "map-4"),
    ("ink", "surface"),  # the name that stands outside, and an area that has the focus
    ("on-highlight", "highlight"),  # a chosen département
    ("on-accent", "accent-fill"),  # the number of a stage
]


@pytest.fixture(scope="module")
def colours():
    """Return (light, dark) by the name of the custom property."""
    css = (STATIC / "site/site.css").read_text() + (STATIC / "territory/map.css").read_text()
    found = {}
    for name, value in re.findall(r"--([\w-]+): (light-dark\([^;]*\)|#\w+);", css):
        pair = re.findall(r"#\w+", value)
        found.setdefault(name, (pair[0], pair[-1]))
    return found


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), ON_GROUND)
def test_words_contrast_with_what_they_stand_on(colours, ink, ground, scheme):
    assert Color(colours[ink][scheme]).contrast(colours[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_border_of_the_focus_is_seen(colours, scheme):
    assert Color(colours["accent"][scheme]).contrast(colours["surface"][scheme]) >= 3
