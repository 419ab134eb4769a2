"""The sitemaps: valid, complete, with pictures and dates, in few queries."""

import datetime

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from hub.content.sitemaps import SHOWN_SIZE, PageSitemap
from hub.urls import SITEMAPS
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
PROTOCOL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"


def listed(client, section="pages", query=""):
    """Return the entries of a section, after a check of the order that the schema imposes."""
    response = client.get(f"/sitemap-{section}.xml{query}")
    assert response["Content-Type"] == "application/xml"
    root = fromstring(response.content)
    assert root.tag == f"{PROTOCOL}urlset"
    for entry in root:
        tags = [child.tag for child in entry]
        allowed = [f"{PROTOCOL}loc", f"{PROTOCOL}lastmod", f"{IMAGE}image"]
        assert tags == sorted(tags, key=allowed.index)
        assert tags.count(f"{PROTOCOL}loc") == 1
    return {entry.findtext(f"{PROTOCOL}loc"): entry for entry in root}


def test_the_index_leads_to_every_section_and_each_section_answers(client, home):
    root = fromstring(client.get("/sitemap.xml").content)
    assert root.tag == f"{PROTOCOL}sitemapindex"
    places = [one.text for one in root.iter(f"{PROTOCOL}loc")]
    assert len(places) == len(SITEMAPS)
    for place in places:
        assert client.get(place.removeprefix("http://testserver")).status_code == 200


def test_every_page_type_is_listed(client, home):
    pages = [make() for make, _ in PAGE_TYPES.values()]
    assert {page.full_url for page in pages} <= listed(client).keys()


def test_terms_organisations_and_fixed_addresses_are_listed(client, home):
    organisation, term = factories.OrganisationFactory(), factories.TermFactory()
    assert f"http://testserver{organisation.get_absolute_url()}" in listed(client, "organisations")
    assert f"http://testserver{term.get_absolute_url()}" in listed(client, "terms")
    assert "http://testserver/accessibilite/" in listed(client, "fixed")


def test_what_the_public_may_not_see_is_left_out(client, home):
    draft, expired, private = (factories.StandardPageFactory() for _ in range(3))
    Page.objects.filter(pk=draft.pk).update(live=False)
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    Page.objects.filter(pk=expired.pk).update(expire_at=past)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert not {draft.full_url, expired.full_url, private.full_url} & listed(client).keys()


def test_the_date_is_that_of_the_last_publication_and_its_hour(client, home):
    page = factories.StandardPageFactory()
    page.save_revision().publish()
    page.refresh_from_db()
    said = listed(client)[page.full_url].findtext(f"{PROTOCOL}lastmod")
    assert datetime.datetime.fromisoformat(said) == page.last_published_at


def test_a_picture_is_named_at_the_size_that_the_page_shows(client, home):
    image = factories.ImageFactory(file__width=900, file__height=600)
    rendition = image.get_rendition(SHOWN_SIZE)
    with_picture = factories.InitiativePageFactory(picture=image)
    without = factories.InitiativePageFactory()
    entries = listed(client)
    found = entries[with_picture.full_url].findall(f"{IMAGE}image/{IMAGE}loc")
    assert [one.text for one in found] == [f"http://localhost{rendition.url}"]
    assert entries[without.full_url].findall(f"{IMAGE}image") == []


def test_a_size_that_is_not_made_yet_is_left_out(client, home):
    page = factories.InitiativePageFactory(picture=factories.ImageFactory())
    assert listed(client)[page.full_url].findall(f"{IMAGE}image") == []


def test_the_number_of_queries_does_not_grow(client, home):
    def queries():
        listed(client)  # Wagtail keeps the roots of the sites from then on
        with CaptureQueriesContext(connection) as captured:
            listed(client)
        return len(captured)

    image = factories.ImageFactory()
    factories.InitiativePageFactory(picture=image)
    before = queries()
    for _ in range(8):
        factories.InitiativePageFactory(picture=image)
    assert queries() == before


def test_a_long_list_is_cut_into_files_that_the_index_names(client, home, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 2)
    pages = [home, *(factories.StandardPageFactory() for _ in range(4))]
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-pages.xml?p=3" in index
    assert "/sitemap-pages.xml?p=4" not in index
    parts = [listed(client, query=f"?p={number}") for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [2, 2, 1]
    assert set().union(*parts) == {page.full_url for page in pages}


@pytest.mark.parametrize("address", ["/sitemap-rien.xml", "/sitemap-pages.xml?p=9"])
def test_a_file_that_does_not_exist_is_not_found(client, home, address):
    assert client.get(address).status_code == 404


def test_robots_are_sent_to_the_index(client, home):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
