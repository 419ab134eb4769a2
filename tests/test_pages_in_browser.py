"""Every page, in a real browser, with and without JavaScript."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from initiatives.models import Scheme
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def addresses(live_server):
    """The address of a page of every type, each with something to show, and of the others."""
    factories.HomePageFactory()
    pages = []
    for make, fill in PAGE_TYPES.values():
        page = make()
        fill(page, 2)
        pages.append(page)
    term = factories.TermFactory(scheme=Scheme.CENTRED_ON, slug="entreprise")
    paths = [
        *(urlsplit(page.full_url).path for page in pages),
        "/initiatives/?q=rien-du-tout",
        "/accessibilite/",
        "/plan-du-site/",
        term.get_absolute_url(),
        f"/vocabulaires/{term.scheme}/",
        factories.OrganisationFactory().get_absolute_url(),
        "/cette-page-n-existe-pas/",
    ]
    return [live_server.url + path for path in paths]


def test_no_page_asks_another_machine_nor_sets_a_cookie_nor_complains(browser, addresses):
    visit = browser.new_context()
    page = visit.new_page()
    asked, complaints = set(), []
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}")
            if message.type in {"error", "warning"} and "404" not in message.text
            else None
        ),
    )
    for address in addresses:
        page.goto(address, wait_until="load")
    assert complaints == []
    assert asked - {None, ""} == {"localhost"}
    assert visit.cookies() == []
    visit.close()


def test_every_page_passes_the_automatic_accessibility_rules(browser, addresses):
    visit = browser.new_context(bypass_csp=True)
    page = visit.new_page()
    found = {}
    for address in addresses:
        page.goto(address, wait_until="load")
        broken = Axe().run(page, options=AXE).response["violations"]
        if broken:
            found[address] = [
                (rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken
            ]
    visit.close()
    assert found == {}


def test_every_page_is_as_readable_without_javascript(browser, addresses):
    texts = []
    for enabled in (True, False):
        visit = browser.new_context(java_script_enabled=enabled)
        page = visit.new_page()
        read = {}
        for address in addresses:
            page.goto(address, wait_until="load")
            links = [link.get_attribute("href") for link in page.locator("a[href]").all()]
            read[address] = (page.locator("h1").all_text_contents(), links)
        texts.append(read)
        visit.close()
    with_script, without_script = texts
    for address in addresses:
        assert without_script[address][0] == with_script[address][0]
        assert set(with_script[address][1]) <= set(without_script[address][1])


def test_every_page_fits_a_screen_of_320_pixels(browser, addresses):
    visit = browser.new_context(viewport={"width": 320, "height": 640})
    page = visit.new_page()
    too_wide = []
    for address in addresses:
        page.goto(address, wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            too_wide.append((address, width))
    visit.close()
    assert too_wide == []


def test_the_first_stop_of_the_keyboard_leads_to_the_content(browser, addresses):
    visit = browser.new_context()
    page = visit.new_page()
    for address in addresses:
        page.goto(address, wait_until="load")
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getAttribute('href')")
        assert focused == "#contenu", address
    visit.close()
