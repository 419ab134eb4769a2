"""The map as its visitors use it: by mouse, by keyboard, by touch, and where scripts fail."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Tells each time that the focus has gone to nothing for longer than a turn of the loop.
WATCH_FOCUS = """
window.lost = 0;
document.addEventListener("focusout", () => setTimeout(() => {
  if (document.activeElement === document.body) lost++;
}));
"""
STATUS = ".map__status"
MARKS = ".map__canvas .mark"


@pytest.fixture
def site(home, search_index):
    """Four fiches at the centre of Dole, two at that of Besançon, one in Dijon at its address."""
    factories.InitiativeIndexPageFactory()
    for rank in range(4):
        factories.InitiativePageFactory(title=f"La crèche {rank}", commune_code="39198")
    for rank in range(2):
        factories.InitiativePageFactory(title=f"L’atelier {rank}", commune_code="25056")
    factories.InitiativePageFactory(
        title="Le tiers-lieu", commune_code="21231", point="SRID=4326;POINT(5.041480 47.321470)"
    )
    search_index()
    return home


@pytest.fixture
def open_at(browser, live_server, site):
    """Open the map in a tab."""
    contexts = []

    def open_page(path="/carte/", *, missing="", width=1280, **options):
        context = browser.new_context(
            locale="fr-FR", viewport={"width": width, "height": 900}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.asked = []
        page.on("request", lambda request: page.asked.append(urlsplit(request.url)))
        page.add_init_script(WATCH_FOCUS)
        if missing:
            page.route(missing, lambda route: route.abort())
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def says(page, text):
    expect(page.locator(STATUS)).to_have_text(re.compile(text), timeout=15_000)


def mark(page, name):
    return page.locator(MARKS).and_(page.get_by_label(re.compile(name)))


def press_until(page, key, goal):
    """Press a key until something has the focus."""
    for _ in range(40):
        page.keyboard.press(key)
        if goal.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{key} does not lead to {goal}")


def broken(page):
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(
        """async (tags) => (await axe.run(document, { runOnly: tags })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`))""",
        RULES,
    )


def test_by_mouse_the_map_and_the_list_narrow_together(open_at, live_server):
    page = open_at(reduced_motion="reduce")
    says(page, "^7.initiatives dans la zone affichée")
    mark(page, "^5.initiatives, agrandir").click()
    stack = mark(page, "^4.initiatives au même endroit, voir la liste")
    stack.click()
    panel = page.get_by_role("dialog", name="4\u00a0initiatives\u00a0: Dole (Jura)")
    expect(panel.get_by_role("link", name=re.compile("^La crèche"))).to_have_count(4)
    expect(panel.get_by_text("position approximative")).to_have_count(4)
    assert broken(page) == []
    page.get_by_role("button", name="Chercher dans cette zone").click()
    expect(page).to_have_url(re.compile("bbox="))
    expect(panel).to_be_hidden()
    pin = mark(page, "^Le tiers-lieu, Dijon")
    page.locator("#reponse [data-page]").filter(has_text="Le tiers-lieu").hover()
    expect(pin).to_have_class(re.compile("mark--lit"))
    pin.hover()
    expect(page.locator("#reponse .is-on-map")).to_contain_text("Le tiers-lieu")
    page.get_by_role("link", name=re.compile("Retirer «.Zone affichée sur la carte")).click()
    expect(page).not_to_have_url(re.compile("bbox="))
    page.get_by_text("Tous les filtres").click()
    page.get_by_role("checkbox", name=re.compile("^Doubs")).check()
    says(page, "^2.initiatives dans la zone affichée")
    page.go_back()
    page.locator("#carte").scroll_into_view_if_needed()
    says(page, "^7.initiatives dans la zone affichée")
    page.go_back()
    expect(page).to_have_url(re.compile("bbox="))
    page.locator("#carte").scroll_into_view_if_needed()
    expect(page.get_by_role("link", name=re.compile("Zone affichée sur la carte"))).to_be_visible()
    page.get_by_label("Suivre la carte").check()
    page.get_by_role("button", name="Vue d’ensemble").click()
    expect(page).not_to_have_url(re.compile("bbox="))
    page.get_by_role("button", name="Agrandir la carte").click()
    expect(page).to_have_url(re.compile("bbox="))
    assert {one.netloc for one in page.asked} == {urlsplit(live_server.url).netloc}


def test_by_keyboard_the_marks_are_one_stop_and_the_focus_is_never_lost(open_at):
    page = open_at(reduced_motion="reduce")
    says(page, "^7.initiatives")
    canvas = page.get_by_role("application")
    press_until(page, "Tab", page.get_by_role("link", name="Passer la carte"))
    press_until(page, "Tab", canvas)
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    expect(mark(page, "^5.initiatives, agrandir")).to_be_focused()
    page.keyboard.press("Enter")
    expect(mark(page, "^4.initiatives")).to_be_visible()
    focused = page.locator(f"{MARKS}:focus")
    expect(focused).to_have_count(1)
    expect(page.locator(f"{MARKS}[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Home")
    pin = page.get_by_role("link", name="Le tiers-lieu, Dijon (Côte-d’Or)", exact=True)
    expect(pin).to_be_focused()
    page.keyboard.press("ArrowRight")
    stack = mark(page, "^4.initiatives au même endroit")
    expect(stack).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(stack).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Le tiers-lieu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(pin).to_be_focused()
    page.keyboard.press("Escape")
    expect(canvas).to_be_focused()
    press_until(page, "Tab", page.get_by_role("button", name="Chercher dans cette zone"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("bbox="))
    expect(canvas).to_be_focused()
    assert page.evaluate("lost") == 0


def test_by_touch_the_page_scrolls_until_the_map_is_activated(open_at):
    page = open_at(width=360, has_touch=True, is_mobile=True)
    canvas = page.locator(".map__canvas")
    says(page, "^7.initiatives")
    touch_action = "one => getComputedStyle(one).touchAction"
    assert canvas.evaluate(touch_action) == "auto"
    page.get_by_role("button", name="Activer la carte").tap()
    assert canvas.evaluate(touch_action) == "none"
    page.get_by_role("button", name="Désactiver la carte").tap()
    assert canvas.evaluate(touch_action) == "auto"
    mark(page, "^7.initiatives").tap()
    mark(page, "^2.initiatives au même endroit").tap()
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert broken(page) == []


def test_where_i_am_is_asked_on_a_press_only_and_rounded(open_at):
    here = {"latitude": 47.0912345, "longitude": 5.4956789}
    page = open_at(geolocation=here, permissions=["geolocation"])
    page.get_by_text("Autour de moi").click()
    expect(page.get_by_text("elle est arrondie à environ un kilomètre")).to_be_visible()
    page.get_by_role("button", name="Chercher autour de ma position").click()
    expect(page).to_have_url(re.compile("autour=47.09%2C5.5&"))
    says(page, "^4.initiatives dans la zone affichée")
    page.context.clear_permissions()
    page.get_by_text("Autour de moi").click()
    page.get_by_role("button", name="Chercher autour de ma position").click()
    expect(page.get_by_text("Vous n’avez pas donné accès à votre position.")).to_be_visible()


@pytest.mark.parametrize(
    "broken_by",
    [{"java_script_enabled": False}, {"missing": "**/leaflet.js"}, {"missing": "**/points.json*"}],
    ids=["no script", "no Leaflet", "no points"],
)
def test_where_the_map_cannot_work_its_drawing_stays(open_at, broken_by):
    page = open_at(**broken_by)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".map__live")).to_be_hidden()
    drawing = page.locator(".map__static")
    drawing.get_by_role("link", name=re.compile("Jura")).click()
    expect(page).to_have_url(re.compile("departement=39"))
    expect(page.locator("#resultats")).to_have_text(re.compile("4.initiatives"))
