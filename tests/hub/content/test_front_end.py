"""With a front end, all that is said of an address leads there, and the hub stays readable."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from hub.content.addresses import hub_url, page_url, public_url
from hub.content.front_end import with_links
from tests import factories
from tests.page_types import PAGE_TYPES
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
THERE, HERE = "https://www.example.org", "http://localhost"
# What says the most of other pages, in each way.
TYPES = ["HomePage", "InitiativePage", "EventReportPage", "PublicationPage"]


@pytest.fixture
def front_end(settings):
    settings.HUB_HEADLESS_URL = THERE


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response, response.content.decode()


def locations(client, section):
    return re.findall("<loc>(.*?)</loc>", read(client, f"/sitemap-{section}.xml")[1])


def test_without_a_front_end_pages_are_indexed_under_their_own_address(client, home):
    page = factories.StandardPageFactory()
    response, text = read(client, page.url)
    assert f'<link rel="canonical" href="{HERE}{page.url}">' in text
    assert 'name="robots"' not in text
    assert "X-Robots-Tag" not in response


@pytest.mark.parametrize("name", TYPES)
def test_a_page_is_not_indexed_and_its_canonical_address_is_at_the_front_end(
    client, home, front_end, name
):
    page = PAGE_TYPES[name][0]()
    response, text = read(client, page.url)
    markup = Markup(text)
    assert response["X-Robots-Tag"] == markup.meta("robots") == "noindex, follow"
    assert f'<link rel="canonical" href="{THERE}{page.url}">' in text
    assert markup.meta("og:url") == f"{THERE}{page.url}"
    assert markup.meta("og:image").startswith(f"{HERE}/")
    assert 'href="/plan-du-site/"' in text
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
        for address in re.findall(r'"(?:url|item)": "(.*?)"', block):
            assert address.startswith(THERE), block


def test_what_is_not_a_page_of_the_tree_follows(client, home, front_end):
    addresses = [reverse("accessibility"), factories.TermFactory().get_absolute_url()]
    for address in addresses:
        response, text = read(client, address)
        assert response["X-Robots-Tag"] == "noindex, follow"
        assert f'<link rel="canonical" href="{THERE}{address}">' in text
    assert f"au site Rally’nov ({THERE})" in read(client, addresses[0])[1].replace("\u202f", " ")


def test_the_editor_of_the_site_has_its_logo_on_the_hub(client, home, front_end):
    text = read(client, "/")[1]
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text).group(1)
    publisher = json.loads(block)["publisher"]
    assert publisher["url"] == f"{THERE}/"
    assert publisher["logo"].startswith(f"{HERE}/static/")


def test_the_sitemap_lists_the_front_end_and_stays_on_the_hub(client, home, front_end):
    fiche, term = factories.InitiativePageFactory(), factories.TermFactory()
    index = read(client, "/sitemap.xml")[1]
    assert "<loc>http://testserver/sitemap-pages.xml</loc>" in index
    assert f"{THERE}{fiche.url}" in locations(client, "pages")
    assert f"{THERE}{term.get_absolute_url()}" in locations(client, "terms")
    for section in ("pages", "fixed", "search", "terms", "organisations", "territories"):
        assert all(one.startswith(f"{THERE}/") for one in locations(client, section))
    robots = client.get("/robots.txt")
    assert "Sitemap: http://testserver/sitemap.xml" in robots.content.decode()
    assert "X-Robots-Tag" not in robots


def test_every_class_of_a_page_gives_the_same_address(client, home, front_end, rf):
    fiche, request = factories.InitiativePageFactory(), rf.get("/")
    plain = Page.objects.get(pk=fiche.pk)
    assert fiche.full_url == f"{THERE}{fiche.url}"
    assert page_url(plain, request) == page_url(fiche, request) == fiche.full_url
    assert page_url(Page.get_first_root_node(), request) == ""


def test_data_stay_on_the_hub_and_whole_addresses_as_they_are(home, front_end, rf):
    request = rf.get("/")
    assert public_url("/carte/?q=a", request) == f"{THERE}/carte/?q=a"
    assert hub_url("/initiatives.csv", request) == f"{HERE}/initiatives.csv"
    assert hub_url("https://media.example.org/a.jpg", request) == "https://media.example.org/a.jpg"


def test_links_lead_to_the_front_end_only_where_that_is_asked(home, front_end, settings):
    page = factories.StandardPageFactory()
    assert page.url == f"/{page.slug}/"
    with with_links(lead_there=True):
        assert page.url == page.get_url() == f"{THERE}/{page.slug}/"
        with with_links(lead_there=False):
            assert page.url == f"/{page.slug}/"
        settings.HUB_HEADLESS_URL = ""
        assert page.url == f"/{page.slug}/"
    assert page.url == f"/{page.slug}/"


def test_a_preview_by_our_own_template_is_asked_of_the_hub(home, front_end, rf):
    page = factories.StandardPageFactory()
    assert page.make_preview_request(rf.get("/admin/"), "").status_code == 200
    assert page._get_dummy_header_url() == f"{HERE}{page.url}"
