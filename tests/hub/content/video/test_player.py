"""In a browser: nothing outside is asked for before a click, and the click plays with any means."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.hub.content.video.urls"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

PLAYER = "https://www.youtube-nocookie.com/embed/6MSURDccwBk?start=3&autoplay=1"
PLAYER_HOST = "www.youtube-nocookie.com"
FIRST = "Lire la vidéo : L’équipe raconte"


class Visit:
    """A page open in the browser, the outside hosts it asked for and what its console said."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.while_the_player_loads = ""
        self._home = urlsplit(home).netloc
        page.context.route("**/*", self._answer)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)
        page.goto(f"{home}/deux-videos/", wait_until="networkidle")

    def _listen(self, message: object) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _answer(self, route: Route) -> None:
        host = urlsplit(route.request.url).netloc
        if host == self._home:
            route.continue_()
        else:
            self.outside.append(host)
            if self.while_the_player_loads:
                self.page.evaluate(self.while_the_player_loads)
            route.fulfill(content_type="text/html", body="<title>Lecteur</title>")

    def button(self, name: str = FIRST) -> object:
        return self.page.get_by_role("button", name=name, exact=True)

    def player(self) -> object:
        return self.page.locator("iframe")


@pytest.fixture
def visit(browser: Browser, live_server: object) -> Iterator[Visit]:
    context = browser.new_context()
    yield Visit(context.new_page(), live_server.url)
    context.close()


def test_nothing_outside_is_asked_for_before_a_click(visit: Visit) -> None:
    visit.button().hover()
    visit.button().focus()
    visit.page.get_by_text("Transcription de la vidéo").click()
    visit.page.wait_for_load_state("networkidle")
    assert visit.outside == []
    assert visit.player().count() == 0
    assert visit.complaints == []


@pytest.mark.parametrize("means", ["click", "Enter", "Space"])
def test_the_button_plays_by_mouse_and_by_keyboard(visit: Visit, means: str) -> None:
    if means == "click":
        visit.button().click()
    else:
        visit.button().focus()
        visit.page.keyboard.press(means)
    expect(visit.player()).to_have_attribute("src", PLAYER)
    expect(visit.player()).to_be_focused()
    visit.page.wait_for_load_state("networkidle")
    assert set(visit.outside) == {PLAYER_HOST}
    assert visit.complaints == []


def test_a_player_that_lost_the_focus_while_it_loaded_has_it_again(visit: Visit) -> None:
    visit.while_the_player_loads = "document.activeElement.blur()"
    visit.button().click()
    expect(visit.player()).to_be_focused()


def test_a_visitor_who_went_elsewhere_while_the_player_loaded_stays_there(visit: Visit) -> None:
    visit.while_the_player_loads = "document.querySelector('[data-video] a').focus()"
    visit.button().click()
    visit.page.wait_for_load_state("networkidle")
    expect(visit.page.locator("[data-video] a").first).to_be_focused()


def test_the_player_is_named_and_its_arrival_announced(visit: Visit) -> None:
    visit.button().click()
    expect(visit.player()).to_have_attribute("title", "Lecteur vidéo\u00a0: L’équipe raconte")
    expect(visit.page.get_by_role("status").first).to_contain_text("Le lecteur vidéo est chargé")


def test_the_button_says_what_a_click_does(visit: Visit) -> None:
    expect(visit.button()).to_have_accessible_description(
        "Rien n’est demandé à YouTube tant que la lecture n’est pas lancée. En la lançant, vous "
        "acceptez que la vidéo soit chargée depuis youtube-nocookie.com : Google (YouTube) reçoit "
        "alors votre adresse IP, les caractéristiques de votre navigateur et l’adresse de ce site."
    )


def test_playing_one_video_leaves_the_others_alone(visit: Visit) -> None:
    visit.button().click()
    expect(visit.player()).to_have_count(1)
    expect(visit.button("Lire la vidéo : Une autre")).to_be_visible()


def test_the_keyboard_goes_from_the_button_to_the_link(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    expect(visit.button()).to_be_focused()
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_accessibility_rule_is_broken_and_nothing_overflows(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    assert Axe().run(visit.page).response["violations"] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_there_is_a_poster_and_a_plain_link(
    browser: Browser, live_server: object
) -> None:
    context = browser.new_context(java_script_enabled=False)
    visit = Visit(context.new_page(), live_server.url)
    link = visit.page.get_by_role("link", name="Voir « L’équipe raconte » sur YouTube")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s")
    expect(visit.page.locator("svg").first).to_be_visible()
    assert visit.page.get_by_role("button").count() == 0
    assert visit.outside == []
    context.close()
