"""Each template on narrow screens, enlarged, with spaced text, and under a finger."""

import pytest

from tests.accessibility.in_page import ask

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# What is cut on purpose; the whole text is the title of the same page, or stands in the page
# that the card leads to.
CUT_ON_PURPOSE = [".breadcrumbs [aria-current]", ".card__summary"]
# WCAG 2.2, 1.4.12.
SPACED = """
    * { line-height: 1.5 !important; }
    * { letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
"""
SCREENS = {
    "a telephone": {"width": 320, "height": 640},
    "a zoom of 400 %": {"width": 320, "height": 256},
    "a screen": {"width": 1280, "height": 900},
}
CUT = """(onPurpose) => {
    const cuts = element => ["hidden", "clip"].includes(getComputedStyle(element).overflowX);
    const scrolls = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
    for (const text of hubLook.texts()) {
        if (text.closest(onPurpose.join())) continue;
        const box = text.getBoundingClientRect();
        for (let place = text; place && place !== document.body; place = place.parentElement) {
            if (scrolls(place)) break;
            const frame = place.getBoundingClientRect();
            const out = box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
                || text.scrollWidth > text.clientWidth + 1 && place === text;
            if (cuts(place) && out) faults.push(hubLook.called(text));
            const outside = box.left < -1 || box.right > innerWidth + 1;
            if (place.parentElement === document.body && outside) {
                faults.push(`beyond the edge: ${hubLook.called(text)}`);
            }
        }
    }
    return faults;
}"""
# WCAG 2.2, 2.5.8: 24 pixels, or a circle of 24 around its middle that meets no other target;
# a link in a sentence is exempt.
SMALL = """() => {
    const targets = hubLook.stops().filter(hubLook.isSeen).filter(one => !one.closest(".skip"));
    const boxOf = one => {
        const overlay = getComputedStyle(one, "::after");
        const whole = overlay.position === "absolute" && overlay.inset === "0px";
        return (whole ? one.closest(".card, .story-teaser") ?? one : one).getBoundingClientRect();
    };
    const inSentence = one => getComputedStyle(one).display === "inline"
        && [...one.parentElement.childNodes].some(
            node => node !== one && node.textContent.replace(/[\\s.:()]/g, "").length > 1);
    const near = (x, y, box) => Math.hypot(
        x - Math.max(box.left, Math.min(x, box.right)),
        y - Math.max(box.top, Math.min(y, box.bottom)));
    return targets.filter(one => {
        const box = boxOf(one);
        if (box.width >= 23.9 && box.height >= 23.9 || inSentence(one)) return false;
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        return targets.some(other => {
            if (other === one || other.contains(one) || one.contains(other)) return false;
            const theirs = boxOf(other);
            const small = theirs.width < 23.9 || theirs.height < 23.9;
            const [left, top] = [theirs.left + theirs.width / 2, theirs.top + theirs.height / 2];
            const distance = small ? Math.hypot(x - left, y - top) - 12 : near(x, y, theirs);
            return distance < 11.9;
        });
    }).map(hubLook.called);
}"""


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_and_nothing_scrolls_sideways(unfolded, screen):
    unfolded.set_viewport_size(SCREENS[screen])
    assert ask(unfolded, CUT, CUT_ON_PURPOSE) == []


@pytest.mark.parametrize("screen", ["a telephone", "a screen"])
def test_spaced_text_is_not_cut(unfolded, screen):
    unfolded.set_viewport_size(SCREENS[screen])
    style = unfolded.add_style_tag(content=SPACED)
    faults = ask(unfolded, CUT, CUT_ON_PURPOSE)
    style.evaluate("style => style.remove()")
    assert faults == []


def test_a_finger_finds_each_target(unfolded):
    assert ask(unfolded, SMALL) == []
