"""What a visitor comes for, with the keyboard alone, with and without JavaScript."""

import datetime
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from hub.content.models import SiteIdentity
from initiatives.models import Scheme
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
MOST_STOPS = 120
PLAYER_HOST = "www.youtube-nocookie.com"


@pytest.fixture
def open_at(browser, live_server):
    """Open a page of the site; the hosts of others are played by an empty page."""
    contexts = []

    def answer(route):
        if urlsplit(route.request.url).hostname == "localhost":
            route.continue_()
        else:
            route.fulfill(content_type="text/html", body="<title>Ailleurs</title>")

    def open_page(path, *, script=True, width=1280):
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 800}
        )
        contexts.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def tab_to(page, name):
    """Press Tab until the focus is on what is called `name` (a text or a pattern)."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        text = " ".join(focused.inner_text().split()) if focused.count() else ""
        if re.fullmatch(name, text):
            return focused
    raise AssertionError(f"Tab never reaches « {name} ».")


def enter(page, name):
    """Go with Tab to what is called `name` and press Enter."""
    tab_to(page, name)
    page.keyboard.press("Enter")


@WITH_AND_WITHOUT
def test_from_the_home_page_to_a_fiche_by_the_search_and_on_by_its_facts(
    home, search_index, open_at, script
):
    sector = factories.TermFactory(scheme=Scheme.SECTOR, slug="action-sociale")
    factories.InitiativePageFactory(title="La crèche de l’aube", sector=sector)
    factories.InitiativePageFactory(title="Le fournil")
    home.body = [("hero_search", {"title": "Chercher"})]
    home.save()
    page = open_at("/", script=script)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.locator("#chercher:focus").count():
            break
    page.keyboard.type("crèche")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("1 résultat pour «\xa0crèche")
    enter(page, "La crèche de l’aube")
    expect(page.get_by_role("heading", level=1)).to_have_text("La crèche de l’aube")
    enter(page, sector.name)
    expect(page.get_by_role("heading", level=1)).to_have_text(sector.name)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("La crèche de l’aube")


@WITH_AND_WITHOUT
def test_on_a_telephone_from_the_menu_to_the_registration(home, open_at, script):
    index = factories.EventIndexPageFactory()
    factories.EventPageFactory(
        title="La rencontre",
        start_date=datetime.date.today() + datetime.timedelta(days=9),
        registration_url="https://inscription.example/",
    )
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.menu = [("page", {"page": index, "label": ""})]
    identity.save()
    page = open_at("/", script=script, width=360)
    enter(page, "Menu")
    enter(page, "Événements")
    expect(page.get_by_role("heading", level=1)).to_have_text("Événements")
    enter(page, "La rencontre")
    registration = tab_to(page, r"S’inscrire .*")
    expect(registration).to_be_in_viewport()
    expect(registration).to_have_attribute("href", "https://inscription.example/")


def test_a_video_is_played_and_its_player_has_the_focus(home, open_at):
    video = factories.VideoPageFactory(title="L’équipe raconte")
    page = open_at(urlsplit(video.full_url).path)
    enter(page, r"Lire la vidéo.*")
    player = page.locator("iframe")
    expect(player).to_be_focused()
    assert urlsplit(player.get_attribute("src")).hostname == PLAYER_HOST


@WITH_AND_WITHOUT
def test_the_pages_of_a_list_are_turned_both_ways(home, search_index, open_at, script):
    for _ in range(13):
        factories.InitiativePageFactory()
    page = open_at("/initiatives/", script=script)
    enter(page, "Page suivante")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("page 2 sur 2")
    enter(page, "Page précédente")
    expect(page.get_by_role("heading", level=2).first).to_have_text("13 initiatives")
