"""The page of results as a visitor uses it, with and without JavaScript."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
HEADING = "#resultats"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def site(home, search_index):
    """Thirteen fiches on day-care in the Doubs and one in the Côte-d’Or."""
    factories.InitiativeIndexPageFactory()
    theme = factories.TermFactory(name="Horaires choisis")
    for rank in range(13):
        factories.InitiativePageFactory(
            title=f"La crèche {rank}", commune_code="25056", terms=[theme], year=2014 + rank % 9
        )
    factories.InitiativePageFactory(title="La crèche du Sud", commune_code="21231")
    search_index()
    return home


@pytest.fixture
def open_at(browser, live_server, site):
    """Open a page in a tab of a given width."""
    contexts = []

    def open_page(path, *, script=True, width=1280):
        context = browser.new_context(
            java_script_enabled=script, locale="fr-FR", viewport={"width": width, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def heading_is(page, text):
    expect(page.locator(HEADING)).to_have_text(re.compile(text))


@WITH_AND_WITHOUT
def test_a_visitor_narrows_turns_the_page_and_comes_back(open_at, script):
    page = open_at("/initiatives/", script=script)
    page.get_by_label("Chercher dans cette liste").fill("creches")
    page.keyboard.press("Enter")
    heading_is(page, "14.initiatives pour «.creches.»")
    page.get_by_label(re.compile("^Doubs")).check()
    if not script:
        page.get_by_role("button", name="Afficher 14").click()
    heading_is(page, "13.initiatives")
    page.get_by_role("link", name="Page suivante").click()
    heading_is(page, "page 2 sur 2")
    expect(page).to_have_title(re.compile("creches.*13.initiatives, page 2"))
    assert "departement=25" in page.url
    assert "page=2" in page.url
    page.go_back()
    heading_is(page, r"13.initiatives pour «.creches.»\s*$")
    expect(page.get_by_label(re.compile("^Doubs"))).to_be_checked()
    page.get_by_role("link", name=re.compile("Retirer «.Doubs.»")).click()
    heading_is(page, "14.initiatives")


@WITH_AND_WITHOUT
def test_a_folded_filter_is_opened_by_its_link_and_applied(open_at, script):
    page = open_at("/initiatives/", script=script)
    page.get_by_role("link", name="Intercommunalité").click()
    page.get_by_label("Intercommunalité").select_option(index=1)
    if not script:
        page.get_by_role("button", name="Afficher 14").click()
    expect(page).to_have_url(re.compile("epci="))
    heading_is(page, r"^\s*(1|13).initiative")


@WITH_AND_WITHOUT
def test_on_a_telephone_all_filters_wait_behind_one_button(open_at, script):
    page = open_at("/initiatives/", script=script, width=360)
    expect(page.get_by_label(re.compile("^Doubs"))).to_be_visible()
    expect(page.get_by_label(re.compile("^Horaires choisis"))).to_be_visible()
    year = page.get_by_label(re.compile("^2014"))
    expect(year).to_be_hidden()
    page.get_by_text("Tous les filtres").click()
    year.check()
    if script:
        page.get_by_role("button", name="Afficher 2 initiatives").click()
        expect(year).to_be_hidden()
        expect(page.locator(HEADING)).to_be_focused()
    else:
        page.get_by_role("button", name="Afficher 14 initiatives").click()
    heading_is(page, "2.initiatives")
    expect(page.get_by_text("Tous les filtres (1)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_focus_goes_where_the_next_thing_is_and_each_change_is_said_once(open_at):
    page = open_at("/initiatives/?departement=25&departement=21&annee=2014-2016")
    said = page.locator("#annonce")
    box = page.get_by_label(re.compile("^Horaires choisis"))
    box.focus()
    page.keyboard.press("Space")
    expect(said).to_have_text(re.compile("initiatives"))
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    chips = page.locator(".results__chips .chip--on")
    count = chips.count()
    chips.first.press("Enter")
    expect(chips).to_have_count(count - 1)
    expect(chips.first).to_be_focused()
    page.get_by_label("Chercher dans cette liste").fill("crèche")
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_be_focused()
    expect(said).to_be_empty()
    page.get_by_label("Trier par").focus()
    page.get_by_label("Trier par").select_option("nom")
    expect(page).to_have_url(re.compile("tri=nom"))
    expect(page.get_by_label("Trier par")).to_be_focused()


def test_a_site_that_fails_says_so_rather_than_nothing(open_at):
    page = open_at("/initiatives/")
    page.route("**/initiatives/?*", lambda route: route.fulfill(status=500, body="Panne"))
    page.get_by_label(re.compile("^Doubs")).click()
    expect(page.locator("body")).to_have_text("Panne")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "path",
    [
        "/initiatives/?q=crèche&departement=25&plus=epci",
        "/recherche/?q=crehce&page=9&bbox=1",
        "/recherche/?q=zzqxw&departement=25",
    ],
)
def test_no_rule_of_accessibility_is_broken_and_nothing_overflows(open_at, path, width):
    page = open_at(path, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    page.evaluate(AXE_SCRIPT)
    broken = page.evaluate(
        """async (tags) => (await axe.run(document, { runOnly: tags })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`))""",
        RULES,
    )
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
