"""Every page, in a real browser: what it asks for, keeps and says."""

from urllib.parse import urlsplit

import pytest

from initiatives.models import Scheme
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def addresses(live_server, search_index):
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
        "/recherche/",
        "/accessibilite/",
        "/plan-du-site/",
        term.get_absolute_url(),
        f"/vocabulaires/{term.scheme}/",
        factories.OrganisationFactory().get_absolute_url(),
        "/territoires/",
        "/territoires/25/",
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
