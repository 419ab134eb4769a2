"""The screens of the admin in Chromium: whom they ask, and whether everybody can use ours."""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from hub.editing.sharing.models import PreviewLink
from hub.editing.trash.keeping import throw_away
from initiatives.listings.group import ContentViewSetGroup
from tests import factories
from tests.accessibility.test_axe import TAGS, run_axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# Faults of Wagtail's own parts of the page: the rule, what breaks it, and why it is left.
FAULTS_OF_WAGTAIL = {
    ("target-size", "th:nth-child(6) > .icon-arrow-down-after.label"): "a heading of a column "
    "that its panel of filters covers by half, as long as it is open",
}


@pytest.fixture
def pages():
    """A fiche with a place and a picture, one to verify, a past event, a link, a deleted page."""
    factories.HomePageFactory()
    fiche = factories.InitiativePageFactory(
        title="Préparer des légumes", commune_code="25241", picture=factories.ImageFactory()
    )
    factories.DocumentFactory()
    factories.InitiativePageFactory(title="Décider ensemble", year=2012)
    factories.EventPageFactory()
    return fiche


def page_at(page, live_server, name, *args):
    page.goto(live_server.url + reverse(name, args=args))
    return page


def test_the_admin_asks_no_other_host(browser, editor_page, live_server, pages, client):
    asked = set()
    visit = editor_page.context
    visit.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    for name, *args in [
        ("wagtailadmin_home",),
        ("wagtailadmin_explore", pages.get_parent().pk),
        ("wagtailimages:index",),
        ("wagtailimages:add_multiple",),
        ("wagtaildocs:index",),
        ("wagtailadmin_account",),
        ("listing_fiches:index",),
        ("wagtailadmin_pages:usage", pages.pk),
    ]:
        page_at(editor_page, live_server, name, *args)
    _use_the_editor(page_at(editor_page, live_server, "wagtailadmin_pages:edit", pages.pk))
    text = factories.StandardPageFactory(body=[("text", "<p>Un.</p>")])
    _open_choosers(page_at(editor_page, live_server, "wagtailadmin_pages:edit", text.pk))
    editor_page.goto(f"{live_server.url}/admin/rien/")
    editor_page.goto(live_server.url + pages.url)
    visit.clear_cookies()
    page_at(editor_page, live_server, "wagtailadmin_login")
    page_at(editor_page, live_server, "wagtailadmin_password_reset")
    assert asked - {None, ""} == {urlsplit(live_server.url).hostname}


def _use_the_editor(page):
    """Open what an editor opens in a fiche: the map, a chooser, the preview, the menus."""
    expect(page.locator("#id_point_map .leaflet-control-zoom")).to_be_attached()
    page.get_by_role("button", name=re.compile("image", re.IGNORECASE)).first.click()
    window = page.locator(".modal-dialog")
    expect(window).to_be_visible()
    page.wait_for_load_state("networkidle")
    window.locator("[data-dismiss=modal]").first.click()
    expect(window).to_be_hidden()
    for panel in ("status", "preview", "checks", "comments"):
        toggle = page.locator(f"[data-side-panel-toggle={panel}]")
        if toggle.count():
            toggle.first.click()
    page.get_by_role("button", name="Aide").click()
    page.get_by_role("button", name=re.compile("editor")).first.click()
    page.wait_for_load_state("networkidle")


def _open_choosers(page):
    """Open the windows that a text opens: for a page, a document, a video."""
    for chosen in ("Lien", "Document", "Vidéo"):
        page.locator(".public-DraftEditor-content").first.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(" /")
        page.get_by_role("option", name=chosen, exact=True).first.click()
        window = page.locator(".modal-dialog")
        expect(window).to_be_visible()
        page.wait_for_load_state("networkidle")
        window.locator("[data-dismiss=modal]").first.click()
        expect(window).to_be_hidden()


@pytest.fixture
def screens(pages, editor, live_server):
    """Our own screens, by their names."""
    PreviewLink.make(pages, editor, 7, "Mme Exemple")
    thrown = throw_away(factories.StandardPageFactory(title="Une page de trop"), editor)
    factories.LaureateIndexPageFactory()
    factories.PrizeResultFactory(initiative=pages)
    event, term = factories.EventPageFactory(), factories.TermFactory()
    named = {
        "home": ("wagtailadmin_home",),
        "to do": ("dashboard_list", "fiches-a-verifier"),
        "nothing to do": ("dashboard_list", "mes-brouillons"),
        "preview links": ("preview_links", pages.pk),
        "trash": ("trash",),
        "year": ("bilan",),
        "tell a story": ("tell_story", pages.pk),
        "write a report": ("write_report", event.pk),
        "restore": ("trash_restore", thrown.pk),
        "proposals": ("door_proposals:index",),
        "proposal": ("door_proposals:inspect", factories.ProposalFactory().pk),
        "decline": ("door_proposals:decline", factories.ProposalFactory().pk),
        "reports": ("door_reports:index",),
        "report": ("door_reports:inspect", factories.ErrorReportFactory().pk),
        "merge": (term.snippet_viewset.get_url_name("merge"), term.pk),
        "terms": (term.snippet_viewset.get_url_name("list"),),
        **{one.name: (f"{one.name}:index",) for one in ContentViewSetGroup.items},
    }
    found = {name: live_server.url + reverse(to, args=args) for name, (to, *args) in named.items()}
    deletion = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return found | {"delete several": f"{live_server.url}{deletion}?id={pages.pk}&id={event.pk}"}


@pytest.mark.parametrize("width", [1280, 768])
def test_no_rule_of_accessibility_is_broken_on_our_screens(editor_page, screens, width):
    editor_page.set_viewport_size({"width": width, "height": 900})
    broken = set()
    for name, address in screens.items():
        answer = editor_page.goto(address)
        assert answer.status == 200, name
        if name.startswith("listing_"):
            editor_page.get_by_role("button", name="Afficher les filtres").click()
        found = run_axe(editor_page, runOnly=TAGS)["broken"]
        broken |= {(name, fault["rule"], fault["selector"]) for fault in found}
    assert {one for one in broken if one[1:] not in FAULTS_OF_WAGTAIL} == set()


def test_the_pages_around_the_sign_in_break_no_rule(browser, live_server, home):
    page = browser.new_page(viewport={"width": 768, "height": 900})
    for _ in range(6):
        page_at(page, live_server, "wagtailadmin_login")
        page.locator("#id_username").fill("camille")
        page.locator("#id_password").fill("faux")
        assert run_axe(page, runOnly=TAGS)["broken"] == []
        page.locator("button[type=submit]").click()
    expect(page.get_by_role("heading", name="Connexion suspendue")).to_be_visible()
    assert run_axe(page, runOnly=TAGS)["broken"] == []
    page.close()
