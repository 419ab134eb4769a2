"""Each template as visitors set their machine: less motion, their own colours, paper."""

import pytest

from tests.accessibility.in_page import ask

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOVING = """() => [...document.querySelectorAll("*")].flatMap(one =>
    [null, "::before", "::after"].map(part => [one, getComputedStyle(one, part)]))
    .filter(([, style]) => style.scrollBehavior === "smooth"
        || `${style.transitionDuration}, ${style.animationDuration}`.split(", ")
            .some(time => parseFloat(time) > 0))
    .map(([one]) => hubLook.called(one))"""
# What only its ground shows otherwise: forced colours take the ground away.
OUTLINED = ".button, .chip, .search-form__row, .menu__list [aria-current], .menu__fold > summary, "
OUTLINED += ".pagination a, .pagination__current, .card, .panel"
BORDERLESS = """(selector) => [...document.querySelectorAll(selector)].filter(hubLook.isSeen)
    .filter(one => {
        const style = getComputedStyle(one);
        return !(parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none"
            && hubLook.contrast(style.borderBottomColor, "Canvas") >= 3);
    }).map(hubLook.called)"""
ON_SCREEN_ONLY = "nav, [role=search], .video__play, .site-search, .skip a"
PALE = """() => hubLook.texts().filter(one => !one.closest("svg"))
    .filter(one => hubLook.contrast(getComputedStyle(one).color, "white") < 7
        || hubLook.grounds(one).some(ground => hubLook.contrast(ground, "white") > 2))
    .map(hubLook.called)"""
UNPRINTED = """() => [...document.querySelectorAll("main a[href^=http]")].filter(hubLook.isSeen)
    .filter(link => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))
        && !link.textContent.includes(link.getAttribute("href")))
    .map(hubLook.called)"""


def test_nothing_moves_where_less_motion_is_wanted(page):
    assert ask(page, MOVING) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_forced_colours_leave_an_edge_to_what_can_be_pressed(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(forced_colors="active")
    assert ask(page, BORDERLESS, OUTLINED) == []


def test_paper_has_no_menu_no_search_and_no_button_to_play(page):
    page.emulate_media(media="print")
    shown = page.locator(ON_SCREEN_ONLY)
    assert [one.inner_text() for one in shown.all() if one.is_visible()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_dark_text_on_white(page, scheme):
    page.emulate_media(media="print", color_scheme=scheme)
    assert ask(page, PALE) == []


def test_paper_gives_the_addresses_of_outside_links(page):
    page.emulate_media(media="print")
    assert ask(page, UNPRINTED) == []
