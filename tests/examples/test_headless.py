"""The example front end, at another origin than the hub: all that it shows comes from the API."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from hub.content.api.streams.schema import body_streams
from hub.content.blocks.unavailable import UNAVAILABLE
from hub.content.models import SiteIdentity
from tests import factories
from tests.live_preview import TITLE, type_title
from tests.page_types import PAGE_TYPES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

FOLDER = settings.BASE_DIR / "examples" / "headless"
SHOWN = "path => document.body.dataset.shown === path"
CLASSES = "blocks => blocks.flatMap(block => [...block.classList])"
UNKNOWN = "import('/js/blocks.js').then(blocks => [...blocks.unknown])"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing."""

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def front_end():
    """The address of the example, on a port of its own: another origin than that of the hub."""
    handler = functools.partial(Quiet, directory=str(FOLDER))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def blocks_of(page):
    """Return the blocks that may stand in the body of a page, by name; none without a body."""
    stream = dict(body_streams()).get(page._meta.label)
    every = stream.child_blocks if stream else {}
    return {name: one for name, one in every.items() if name != UNAVAILABLE}


@pytest.fixture
def pages(live_server, search_index):
    """A page of every type, with all the blocks that it may hold."""
    home = factories.HomePageFactory()
    for make in (factories.ImageFactory, factories.DocumentFactory, factories.OrganisationFactory):
        make()
    Site.objects.update(port=urlsplit(live_server.url).port)
    SiteIdentity.objects.create(
        site=Site.objects.get(),
        funders=[("funder", {"name": "La Région", "logo": None, "address": ""})],
        menu=[("page", {"page": home, "label": "Accueil"})],
    )
    made = [make() for make, _ in PAGE_TYPES.values()]
    for page in made:
        if blocks := blocks_of(page):
            page.body = [(name, one.get_preview_value()) for name, one in blocks.items()]
            page.save()
    Redirect.add_redirect("/ancienne-adresse", made[1])
    search_index()
    return made


@pytest.fixture
def visit(browser, front_end, live_server):
    """Open paths of the site in the example; what it asks for and complains of is kept."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    complaints, asked = [], set()
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    tab.on(
        "console",
        lambda said: said.type in {"error", "warning"} and complaints.append(said.text),
    )

    def to(path):
        tab.goto(f"{front_end}/?hub={live_server.url}#{path}")
        tab.wait_for_function(SHOWN, arg=path)

    own = {urlsplit(one).netloc for one in (front_end, live_server.url)}
    yield SimpleNamespace(to=to, tab=tab, complaints=complaints, asked=asked, own=own)
    tab.close()


def refused_by_axe(tab):
    violations = Axe().run(tab).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in violations]


def test_a_whole_site_is_made_of_the_api_alone(visit, live_server, pages):
    tab = visit.tab
    for page in pages:
        path = urlsplit(page.full_url).path
        visit.to(path)
        assert tab.locator("h1").count() == 1, path
        assert blocks_of(page).keys() <= {*tab.locator(".block").evaluate_all(CLASSES)}, path
        if page in (pages[0], pages[-1]):
            assert refused_by_axe(tab) == []
    assert tab.evaluate(UNKNOWN) == []
    assert "La Région" in tab.locator("footer").inner_text()

    visit.to("/recherche/?type=initiative")
    assert tab.get_by_label("Initiatives (").is_checked()
    assert refused_by_axe(tab) == []
    tab.get_by_label("Mots cherchés").press_sequentially("Initiative")
    tab.locator(".suggestions a").first.wait_for()
    tab.get_by_label("Mots cherchés").press("Enter")
    tab.wait_for_function(SHOWN, arg="/recherche/?q=Initiative&type=initiative")
    tab.locator(".results .card a").first.click()
    tab.locator("article.initiative").wait_for()

    tab.goto(f"{tab.url.partition('#')[0]}#/ancienne-adresse")
    tab.wait_for_function(SHOWN, arg=urlsplit(pages[1].full_url).path)
    assert visit.complaints == []
    assert visit.asked <= visit.own

    visit.to("/rien-n-est-ici/")
    assert "Page introuvable" in tab.locator("h1").inner_text()

    visit.to("/")
    tab.context.route(f"{live_server.url}/api/**", lambda asked: asked.abort())
    tab.reload()
    tab.get_by_role("heading", name="Le hub ne répond pas").wait_for()


def test_the_admin_shows_its_drafts_here_while_one_types(
    editor_page, live_server, front_end, settings, home
):
    settings.HUB_HEADLESS_URL = front_end
    Site.objects.update(port=urlsplit(live_server.url).port)
    page = factories.InitiativePageFactory(title="Publiée")
    tab = editor_page
    config = f'export const HUB = "{live_server.url}";'
    tab.context.route(
        "**/js/config.js",
        lambda asked: asked.fulfill(body=config, content_type="text/javascript"),
    )
    tab.goto(f"{live_server.url}/admin/pages/{page.pk}/edit/")
    tab.get_by_role("button", name="Afficher/masquer la prévisualisation").click()
    shown = tab.frame_locator("iframe").first.locator("h1")
    shown.get_by_text("Publiée").wait_for()
    typed = shown.get_by_text(TITLE)
    type_title(tab, typed.is_visible)
    typed.wait_for()

    tab.goto(f"{front_end}/?apercu=un:faux:jeton")
    tab.get_by_role("heading", name="Cet aperçu ne s’ouvre pas").wait_for()
    tab.get_by_role("link", name="Revenir à l’accueil").click()
    tab.wait_for_function(SHOWN, arg="/")
    tab.locator("main h1").get_by_text(home.title).wait_for()
