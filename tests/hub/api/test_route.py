"""What stands at a path of the site: a page, a redirection, another address, or nothing."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests import factories
from tests.hidings import HIDINGS
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
THERE = "https://www.example.org"
ROUTE, ABSENT = "/api/v1/route", "/jamais-vue/"
REMOVED = {"binned", "deleted"}


@pytest.fixture
def at(ask):
    """Ask what stands at a path."""
    return lambda path, status=200: ask("/route", status, path=path)


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_of_any_type_is_given_whole(home, at, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    found = at(page.url)
    assert found["kind"] == "page"
    assert (found["page"]["title"], found["page"]["path"]) == (page.title, page.url)
    assert found["page"]["id"] == str(page.uid)
    assert ("body" in found["page"]) == hasattr(page, "body")


def test_it_costs_the_same_whatever_stands_beside(home, at, django_assert_max_num_queries):
    page = factories.InitiativePageFactory()
    at(page.url)
    with django_assert_max_num_queries(25):
        at(page.url)


def test_addresses_are_those_of_the_front_end(home, at, settings):
    settings.HUB_HEADLESS_URL = THERE
    fiche = factories.InitiativePageFactory()
    organisation = factories.OrganisationFactory()
    assert at(fiche.url)["page"]["url"] == f"{THERE}{fiche.url}"
    address = organisation.get_absolute_url()
    assert at(address)["url"] == f"{THERE}{address}"
    Redirect.add_redirect("/ancienne", fiche)
    assert at("/ancienne/") == {
        "kind": "redirect",
        "url": f"{THERE}{fiche.url}",
        "path": fiche.url,
        "permanent": True,
    }


def test_other_public_addresses_are_named(home, at):
    term, organisation = factories.TermFactory(), factories.OrganisationFactory()
    expected = {
        "/recherche/": ("search", None),
        "/carte/": ("map", None),
        "/accessibilite/": ("accessibility", None),
        "/plan-du-site/": ("site-plan", None),
        "/territoires/": ("territories", None),
        "/territoires/39/": ("territory", "39"),
        "/vocabulaires/theme/": ("vocabulary", "theme"),
        term.get_absolute_url(): ("term", str(term.uid)),
        organisation.get_absolute_url(): ("organisation", str(organisation.uid)),
    }
    found = {path: at(path) for path in expected}
    assert {path: (one["kind"], one["id"]) for path, one in found.items()} == expected
    assert all(one["url"] == f"http://localhost{path}" for path, one in found.items())


@pytest.mark.parametrize(
    "path",
    [
        ABSENT,
        "/vocabulaires/rien/",
        "/vocabulaires/theme/rien/",
        "/organisations/rien/",
        "/territoires/99/",
        "/admin/",
        "/admin/login/",
        "/api/v1/site",
        "/sitemap.xml",
        "/robots.txt",
        "/initiatives.csv",
        "/media/x.jpg",
        "//evil.example/",
        "///",
        "/../admin/",
        "/..%2fadmin/",
        "/%2e%2e/",
        "/%00/",
        "/%ff/",
        "/\\evil/",
        "/[::1/",
        "/initiatives/\n/",
        "/é/",
        "/" + "a/" * 900,
    ],
)
def test_nothing_stands_anywhere_else(home, at, path):
    assert at(path, 404)["status"] == 404


@pytest.mark.parametrize(
    "path", ["", "sans-barre/", "http://evil.example/", "/\0/", "/" + "a" * 10_000]
)
def test_what_is_no_path_is_refused(home, at, path):
    assert at(path, 400)["errors"][0]["parameter"] == "path"


def test_the_parameter_is_compulsory_and_alone(home, ask):
    assert ask("/route", 400)["errors"][0]["parameter"] == "path"
    assert ask("/route", 400, path="/", chemin="/")["errors"][0]["parameter"] == "chemin"


def test_parameters_and_encoding_of_an_address_are_read_as_a_browser_sends_them(home, at):
    fiche = factories.InitiativePageFactory(slug="ici")
    assert at("/initiatives/ici/?utm_source=lettre#haut")["page"]["id"] == str(fiche.uid)
    assert at("/initiatives/%69ci/")["page"]["id"] == str(fiche.uid)


def test_a_forgotten_slash_is_a_redirection(home, at):
    fiche = factories.InitiativePageFactory()
    found = at(fiche.url.rstrip("/"))
    assert (found["kind"], found["path"], found["permanent"]) == ("redirect", fiche.url, True)
    assert at("/recherche")["path"] == "/recherche/"


def test_a_page_that_moved_leads_to_where_it_is(home, at, client):
    one, other = (factories.StandardPageFactory() for _ in range(2))
    former = one.url
    Page.objects.get(pk=one.pk).specific.move(other, pos="last-child")
    now = Page.objects.get(pk=one.pk).url
    assert now != former
    assert (at(former)["path"], at(former)["permanent"]) == (now, True)


def test_a_redirection_of_an_editor_is_said_as_it_is(home, at):
    Redirect.objects.create(
        old_path="/campagne", redirect_link="https://www.anact.fr/", is_permanent=False
    )
    Redirect.objects.create(old_path="/court", redirect_link="/recherche/?q=temps")
    Redirect.objects.create(old_path="/index.php?page=12", redirect_link="/")
    assert at("/campagne/") == {
        "kind": "redirect",
        "url": "https://www.anact.fr/",
        "path": None,
        "permanent": False,
    }
    assert at("/court")["path"] == "/recherche/?q=temps"
    assert at("/index.php?page=12")["path"] == "/"
    at("/index.php?page=13", 404)


def test_former_addresses_of_terms_and_organisations_lead_to_them(home, at):
    term, organisation = factories.TermFactory(), factories.OrganisationFactory()
    former = [term.get_absolute_url(), organisation.get_absolute_url()]
    for one in (term, organisation):
        one.slug = f"{one.slug}-neuf"
        one.save()
    assert [at(path)["path"] for path in former] == [
        term.get_absolute_url(),
        organisation.get_absolute_url(),
    ]


def test_a_deleted_page_is_gone_unless_a_redirection_was_made(home, at):
    page = factories.StandardPageFactory()
    Page.objects.get(pk=page.pk).delete()
    assert at(page.url, 410)["title"] == "Une page publiée à cette adresse a été supprimée."
    assert at(page.url.rstrip("/"), 410)["status"] == 410
    Redirect.objects.create(old_path=page.url.rstrip("/"), redirect_link="/recherche/")
    assert at(page.url)["kind"] == "redirect"


@pytest.mark.parametrize("way", HIDINGS)
def test_a_hidden_page_is_as_one_that_never_was(home, ask, client, way):
    page = factories.StandardPageFactory(
        parent=factories.StandardPageFactory(), title="Zygomule", slug="zygomule"
    )
    Redirect.add_redirect("/courte", page)
    address = page.url
    HIDINGS[way](page)
    never = client.get(ROUTE, {"path": ABSENT})
    for path in (address, address.rstrip("/"), "/courte", "/courte/"):
        response = client.get(ROUTE, {"path": path})
        is_gone = way in REMOVED and path.startswith(address.rstrip("/"))
        assert response.status_code == (410 if is_gone else 404)
        assert "Zygomule" not in response.content.decode()
        if not is_gone:
            assert response.content == never.content
            assert sorted(response.headers) == sorted(never.headers)
