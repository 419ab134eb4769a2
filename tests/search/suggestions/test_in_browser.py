"""Typing in a search form, as who uses a keyboard, a pointer or a screen reader does."""

import pytest

from search.indexing.draining import drain
from tests.factories import InitiativePageFactory, StandardPageFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
OPEN = ".suggestions:not([hidden])"


@pytest.fixture
def site(live_server, embedded_index):
    InitiativePageFactory(title="Temps partagé", commune_code="25056")
    StandardPageFactory(title="Temps de travail")
    drain()
    return live_server.url


@pytest.fixture
def field(browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/recherche/")
    yield page.locator("#chercher")
    context.close()


def hold(route):
    """Leave a request without an answer."""


def active(field):
    key = field.get_attribute("aria-activedescendant")
    return field.page.locator(f"#{key}").inner_text().split("\n")[0] if key else None


def test_the_keyboard_goes_through_the_list_and_opens_a_page(field):
    asked = []
    field.page.on("request", lambda request: asked.append(request.url))
    field.click()
    field.page.wait_for_timeout(300)
    assert not [url for url in asked if "suggestions" in url]

    field.press_sequentially("temps", delay=15)
    field.page.wait_for_selector(OPEN)

    assert len([url for url in asked if "suggestions" in url]) == 1
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    statuses = field.page.locator(".search-form [role=status]")
    assert statuses.inner_text() == "2 suggestions."
    field.press("ArrowDown")
    assert active(field) == "Temps partagé"
    field.press("ArrowUp")
    assert active(field) is None
    field.press("ArrowUp")
    assert active(field) == "Temps de travail"
    field.press("Home")
    assert active(field) is None
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "temps"
    field.press("ArrowDown")
    field.page.wait_for_selector(OPEN)
    field.press("ArrowDown")
    field.press("Enter")
    field.page.wait_for_url("**/temps-partage/")


def test_a_place_is_chosen_with_the_pointer_and_the_words_stay(field):
    field.press_sequentially("temps doubs", delay=15)
    field.page.wait_for_selector(OPEN)
    field.page.get_by_role("option", name="Doubs").first.click()
    field.page.wait_for_url("**/recherche/?q=temps&departement=25")
    assert field.input_value() == "temps"


def test_a_former_request_is_given_up_and_leaving_closes(field):
    failed = []
    field.page.on("requestfailed", lambda request: failed.append(request.url))
    field.page.route("**/suggestions?q=te", hold)
    field.press_sequentially("te")
    field.page.wait_for_timeout(400)
    field.press_sequentially("mps")
    field.page.wait_for_selector(OPEN)
    assert [url.rpartition("=")[2] for url in failed] == ["te"]
    width = field.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    field.press("Tab")
    assert field.get_attribute("aria-expanded") == "false"


def test_enter_without_a_choice_searches_what_was_typed(field):
    field.press_sequentially("temps", delay=15)
    field.page.wait_for_selector(OPEN)
    field.press("Enter")
    field.page.wait_for_url("**/recherche/?q=temps")
    assert not field.page.locator(OPEN).count()


def test_without_script_the_form_is_a_text_and_a_button(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/recherche/")
    page.locator("#chercher").fill("temps")
    page.locator("#recherche-formulaire button").click()
    page.wait_for_url("**/recherche/?q=temps&**")
    assert page.get_by_role("heading", name="Temps partagé").count()
    context.close()


def test_the_open_list_has_no_accessibility_fault(field):
    from axe_playwright_python.sync_playwright import Axe

    field.press_sequentially("temps", delay=15)
    field.page.wait_for_selector(OPEN)
    field.press("ArrowDown")
    faults = Axe().run(field.page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in faults] == []
