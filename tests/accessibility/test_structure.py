"""What the structure of each template tells a screen reader."""

from itertools import pairwise

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_a_page_has_each_great_landmark_once(page):
    roles = ("banner", "main", "contentinfo")
    assert [page.get_by_role(role).count() for role in roles] == [1, 1, 1]


def test_the_navigations_and_the_regions_are_told_apart_by_their_names(page):
    names = page.evaluate("""() => [...document.querySelectorAll("nav, section[aria-labelledby], "
        + "section[aria-label], [role=region]")].map(place => {
            const id = place.getAttribute("aria-labelledby");
            return id ? document.getElementById(id)?.textContent.trim() : place.ariaLabel;
        })""")
    assert all(names)
    assert len(names) == len(set(names)), names


def test_a_page_has_one_title_and_its_headings_skip_no_level(page):
    levels = page.evaluate("""() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))""")
    assert levels.count(1) == 1
    assert levels[0] == 1
    steps = [deeper - level for level, deeper in pairwise(levels)]
    assert max(steps, default=0) <= 1, levels


def test_no_heading_is_empty(page):
    assert all(page.locator("h1, h2, h3, h4, h5, h6").all_inner_texts())


def test_the_language_is_french_and_the_window_has_a_title(page):
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.title()


def test_identifiers_are_unique_and_references_lead_somewhere(page):
    faults = page.evaluate("""() => {
        const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
        const twice = ids.filter((id, rank) => ids.indexOf(id) !== rank);
        const names = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
        const asked = names.flatMap(name =>
            [...document.querySelectorAll(`[${name}]`)].flatMap(one =>
                one.getAttribute(name).split(/\\s+/)));
        const inside = [...document.querySelectorAll("a[href^='#']")];
        asked.push(...inside.map(link => link.getAttribute("href").slice(1)));
        return [...twice, ...asked.filter(id => !ids.includes(id))];
    }""")
    assert faults == []


def test_every_picture_says_what_it_shows_or_that_it_is_decorative(page):
    assert page.locator("img:not([alt])").count() == 0
    assert (
        page.locator(
            "svg:not([aria-hidden=true], [role=img][aria-label], [role=group][aria-label])"
        ).count()
        == 0
    )


def test_a_page_that_the_browser_asked_for_is_whole(page, site):
    assert site.missed == []
