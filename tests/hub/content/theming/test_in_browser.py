"""Chosen colours are what a browser draws, by day and by night."""

import pytest
from coloraide import Color
from django.urls import reverse

from hub.content.models import SiteTheme
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def computed(page, selector, name):
    script = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    return Color(page.evaluate(script, [selector, name])).to_string(hex=True)


@pytest.mark.urls("tests.hub.content.theming.urls")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_programme_are_drawn_in_both_schemes(browser, live_server, scheme):
    home = factories.HomePageFactory()
    theme = SiteTheme.objects.create(
        site=home.get_site(),
        main_colour="#0057b8",
        ground_colour="#f4f8ff",
        title_font="mecane",
        radius="droits",
    )
    visit = browser.new_context(color_scheme=scheme)
    page = visit.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{live_server.url}/apparence-seule/", wait_until="load")
    drawn = {
        "accent": computed(page, "a", "color"),
        "paper": computed(page, "body", "backgroundColor"),
        "accent-fill": computed(page, ".button", "backgroundColor"),
        "on-accent": computed(page, ".button", "color"),
    }
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    visit.close()
    expected = theme.palette[scheme]
    assert {name: Color(colour) for name, colour in drawn.items()} == {
        name: Color(expected[name]) for name in drawn
    }
    assert family.startswith("Rockwell")
    assert complaints == []


def test_the_palette_of_the_browser_writes_the_code_and_an_empty_code_stays_empty(
    editor_page, live_server
):
    site = factories.HomePageFactory().get_site()
    address = reverse("wagtailsettings:edit", args=["content", "sitetheme", site.pk])
    editor_page.goto(live_server.url + address)
    palette = editor_page.get_by_label("Nuancier\N{NO-BREAK SPACE}: Couleur principale")
    code = editor_page.get_by_label("Couleur principale", exact=True)
    assert (code.input_value(), palette.input_value()) == ("", "#8a1f45")
    palette.fill("#0057b8")
    assert code.input_value() == "#0057b8"
    code.fill("#123456")
    assert palette.input_value() == "#123456"
    editor_page.get_by_role("button", name="Enregistrer").first.click()
    editor_page.wait_for_load_state()
    theme = SiteTheme.objects.get()
    assert (theme.main_colour, theme.second_colour) == ("#123456", "")
