"""Each template with the keyboard alone."""

import pytest

from tests.accessibility.in_page import TO_THE_TOP, ask

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SKIP_LINKS = ["contenu", "menu", "recherche"]
STOPS = "() => hubLook.stops().map(hubLook.called)"
HERE = """async () => {
    const here = document.activeElement;
    const frame = () => new Promise(drawn => requestAnimationFrame(drawn));
    // Of what is drawn, the box may hold much that belongs to its neighbours; not so its words.
    const part = here.ownerSVGElement && here.querySelector("text") || here;
    const above = () => {
        const [first] = part.getClientRects();
        if (!first) return null;
        const x = first.left + Math.min(first.width, 24) / 2, y = first.top + first.height / 2;
        return { x, y, it: document.elementFromPoint(x, y) };
    };
    const isSeen = () => {
        const place = above();
        return Boolean(place?.it && (here.contains(place.it) || place.it.contains(here)));
    };
    // A page may scroll to what has the focus with a later frame, and a picture may move it.
    const until = performance.now() + 2000;
    while (!isSeen() && performance.now() < until) await frame();
    if (isSeen()) return { name: hubLook.called(here), hidden: "" };
    const { x, y, it } = above() || {};
    const what = it ? hubLook.called(it) : "hors de la fenêtre";
    const where = `${Math.round(x)}, ${Math.round(y)}, page déroulée de ${Math.round(scrollY)}`;
    return { name: hubLook.called(here), hidden: `${hubLook.called(here)} (${where}) : ${what}` };
}"""
# WCAG 2.2, 2.4.7 and 2.4.13: an outline of two pixels, of three to one against what it lies on. The
# ring beside it may bear that contrast in its place; where both lie on a picture, nine to one
# between them is enough whatever the picture (W3C technique C40).
FAINT = """() => {
    const marks = stop => {
        const found = [];
        for (let place = stop, up = 0; place && up < 5; place = place.parentElement, up++) {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(place);
            if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) continue;
            const ring = boxShadow.match(/^(.*?\\)) 0px 0px 0px [3-9]px/)?.[1];
            found.push({ place, colours: ring ? [outlineColor, ring] : [outlineColor] });
        }
        // What is drawn has its own shape for outline; a thin line is a border, not a focus.
        const drawn = stop.ownerSVGElement && getComputedStyle(stop.querySelector("path, circle"));
        if (drawn && parseFloat(drawn.strokeWidth) >= 4) {
            found.push({ place: stop.ownerSVGElement, colours: [drawn.stroke] });
        }
        return found;
    };
    const isVisible = ({ place, colours }) => hubLook.contrast(...colours, colours[0]) >= 9
        || hubLook.grounds(place.parentElement).every(
            ground => colours.some(colour => hubLook.contrast(colour, ground) >= 3));
    return hubLook.stops().filter(stop => {
        document.activeElement.blur();
        const before = marks(stop).length;
        stop.focus({ preventScroll: true });
        const after = marks(stop);
        return after.length === before || !after.some(isVisible);
    }).map(hubLook.called);
}"""


def test_the_skip_links_come_first_and_are_seen_when_they_are_focused(page):
    for target in SKIP_LINKS:
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.get_attribute("href") == f"#{target}"
        box = focused.bounding_box()
        assert box["y"] >= 0
        assert box["height"] >= 24
        assert focused.evaluate("link => getComputedStyle(link).clipPath") == "none"


def test_a_skip_link_moves_the_focus(page):
    for rank, target in enumerate(SKIP_LINKS):
        page.evaluate(TO_THE_TOP)
        for _ in range(rank + 1):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == target


def test_two_presses_of_tab_lead_into_the_content(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main')?.id") == "contenu"


def test_tab_goes_everywhere_in_order_is_never_hidden_and_leaves(page):
    expected = ask(page, STOPS)
    met, hidden = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["hidden"]:  # a loaded machine may lose a scroll; what is covered stays so
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Tab")
            here = page.evaluate(HERE)
        met.append(here["name"])
        if here["hidden"]:
            hidden.append(here["hidden"])
    assert met == expected
    assert hidden == []
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)["name"] != expected[-1] or len(set(expected)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_at_each_stop(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.keyboard.press("Tab")
    assert ask(page, FAINT) == []
