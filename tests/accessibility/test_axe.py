"""The rules of axe on each template: wide and narrow, light and dark, in forced colours."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.accessibility.in_page import NARROW, WIDE, ask

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# The other rules read nothing that forced colours change.
FORCED = {"type": "rule", "values": ["link-in-text-block", "target-size"]}
RUN = """async (options) => {
    const { violations, incomplete } = await axe.run(document, options);
    const nodes = rules => rules.flatMap(rule => rule.nodes.map(node => ({
        rule: rule.id, selector: node.target.join(" "), html: node.html.slice(0, 160),
        why: node.any.map(check => check.data?.messageKey ?? "").join(),
    })));
    return { broken: nodes(violations), doubtful: nodes(incomplete.filter(
        rule => rule.id === "color-contrast")) };
}"""
# Where axe cannot tell the ground, and how the contrast was seen to be enough.
EXPLAINED = {
    "mark": "a stroke under half of the letters, faint enough in the dark for light ink on it",
    ".video__frame svg": "the drawing carries its own ground and ink (hub/content/covers)",
    ".video__caption": "the poster above it lies in the same figure, never behind it",
    ".badge": "a label with a ground of its own, laid on a picture",
    ".timeline__when": "the dot of the road is drawn beside the words",
    ".region-map__drawing": "on the tint of its area (tests/hub/territory/test_map_colours.py)",
    ".route-map__drawing": "on the disc of its stage (same test)",
    ".area-map__drawing": "on the disc of its points (same test)",
    ".timeline--stages": "the number of the stage is drawn beside the words",
    "body:has(.area-map)": "the drawing cuts the outlines of neighbours, which axe sees beyond it",
    ".doors [aria-hidden=true]": "an arrow, of the soft ink on the ground of its link",
}
# On a gradient the contrast is computed here, with each of its colours.
UNEXPLAINED = """([doubtful, known]) => doubtful.filter(node => {
    const element = document.querySelector(node.selector);
    if (element.closest(known.join())) return false;
    const { color } = getComputedStyle(element), grounds = hubLook.grounds(element);
    return node.why !== "bgGradient" || grounds.length === 0
        || grounds.some(ground => hubLook.contrast(color, ground) < 4.5);
})"""


def run_axe(page, **options):
    """Return the nodes that break a rule, and those whose contrast axe could not tell."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, {"resultTypes": ["violations", "incomplete"], **options})


def unexplained(page, found):
    """Return the nodes of doubtful contrast that the table does not explain."""
    return ask(page, UNEXPLAINED, [found["doubtful"], list(EXPLAINED)])


@pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_rule_is_broken(page, screen):
    page.set_viewport_size(screen)
    found = run_axe(page, runOnly=TAGS)
    assert found["broken"] == []
    assert unexplained(page, found) == []


@pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_rule_about_colours_is_broken_in_the_dark(page, screen):
    """The other rules read nothing that a colour scheme changes."""
    page.set_viewport_size(screen)
    page.emulate_media(color_scheme="dark")
    found = run_axe(page, runOnly=COLOURS)
    assert found["broken"] == []
    assert unexplained(page, found) == []


def test_no_rule_is_broken_in_forced_colours(page):
    """Contrast left out: the visitor chose the colours, and axe reads those that are replaced."""
    page.emulate_media(forced_colors="active")
    assert run_axe(page, runOnly=FORCED)["broken"] == []
