"""What surrounds every page, for who builds the site anew."""

import datetime

import pytest
from wagtail.models import Collection, CollectionViewRestriction, Site

from hub.content.models import AccessibilityStatement, SiteIdentity
from tests import factories
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db
THERE = "https://www.example.org"


@pytest.fixture
def identity(home):
    """The identity of a site, all of it filled."""
    page = factories.StandardPageFactory(title="Contact", slug="contact")
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.logo = factories.ImageFactory()
    identity.contact_email, identity.contact_page = "bonjour@example.org", page
    identity.menu = [("page", {"page": page, "label": "Écrire"})]
    identity.footer = [("address", {"label": "Territoires", "address": "/territoires/"})]
    identity.social_accounts = [
        ("account", {"network": "LinkedIn", "address": "https://www.linkedin.com/company/x"})
    ]
    identity.funders = [("funder", {"name": "Région", "logo": factories.ImageFactory()})]
    identity.european_funding, identity.funding_statement = True, "Financé par le FSE."
    identity.save()
    return identity


def test_the_site_is_described_with_its_menus_and_its_funders(identity, ask):
    site = ask("/site")
    assert (site["name"], site["url"]) == ("Rally’nov", "http://localhost/")
    [entry] = site["menu"]
    assert (entry["label"], entry["url"]) == ("Écrire", "http://localhost/contact/")
    assert entry["page"]["title"] == "Contact"
    assert [one["url"] for one in site["footer"]] == [
        "http://localhost/territoires/",
        "http://localhost/plan-du-site/",
    ]
    assert site["logo"]["alt"] == "Rally’nov"
    assert site["contact"]["email"] == "bonjour@example.org"
    assert site["contact"]["page"]["path"] == "/contact/"
    [funder] = site["funding"]["funders"]
    assert (funder["name"], funder["logo"]["alt"], funder["url"]) == ("Région", "Région", "")
    assert site["funding"]["european_emblem"].endswith("/static/site/europe.svg")
    assert site["accounts"][0]["network"] == "LinkedIn"
    assert site["theme"]["light"]["paper"].startswith("#")
    assert site["theme"].keys() == {"light", "dark", "icon"}
    assert site["social_image"]["width"] == 1200


def test_links_lead_to_the_front_end_and_files_stay_on_the_hub(identity, ask, settings):
    settings.HUB_HEADLESS_URL = THERE
    site = ask("/site")
    links = [*site["menu"], *site["footer"], site["accessibility"], *site["lists"], site]
    assert all(one["url"].startswith(f"{THERE}/") for one in links)
    files = [site["sitemap"], site["social_image"]["url"], site["theme"]["icon"]]
    formats = [form["url"] for one in site["lists"] for form in one["formats"]]
    assert formats
    assert all(one.startswith("http://localhost/") for one in [*files, *formats])


def test_the_lists_are_told_with_their_other_forms(identity, ask):
    factories.InitiativePageFactory()
    lists = {one["path"]: one["formats"] for one in ask("/site")["lists"]}
    assert lists.keys() >= {"/recherche/", "/initiatives/"}
    addresses = {form["url"] for form in lists["/initiatives/"]}
    assert "http://localhost/initiatives.csv" in addresses


def test_the_accessibility_is_that_of_the_statement(identity, ask):
    assert ask("/site")["accessibility"]["conformity"]["code"] == "non"
    statement = AccessibilityStatement.for_site(Site.objects.get())
    statement.audited_on, statement.rate = datetime.date.today(), 75
    statement.save()
    told = ask("/site")["accessibility"]
    assert told["conformity"] == {"code": "partielle", "label": "partiellement conforme"}
    assert (told["rate"], told["path"]) == ("75.00", "/accessibilite/")


@pytest.mark.parametrize("way", ["login", "expired", "unpublished", "binned"])
def test_a_hidden_page_is_in_no_menu(identity, ask, way):
    HIDINGS[way](identity.contact_page)
    site = ask("/site")
    assert (site["menu"], site["contact"]["page"]) == ([], None)


def test_a_logo_of_a_private_collection_is_not_given(identity, ask):
    closed = Collection.get_first_root_node().add_child(name="Fermée")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    identity.logo.collection = closed
    identity.logo.save()
    assert ask("/site")["logo"] is None


def test_it_costs_the_same_with_more_links(identity, ask, django_assert_max_num_queries):
    identity.menu = [("page", {"page": factories.StandardPageFactory()}) for _ in range(6)]
    identity.save()
    ask("/site")
    with django_assert_max_num_queries(30):
        ask("/site")


def test_an_empty_site_is_described_too(home, ask):
    site = ask("/site")
    assert (site["menu"], site["logo"], site["accounts"]) == ([], None, [])
    assert site["funding"] == {
        "statement": "",
        "european": False,
        "european_emblem": None,
        "funders": [],
    }
