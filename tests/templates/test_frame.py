"""The frame of the pages: head, menu, funders, errors."""

import pytest
from django.template.loader import render_to_string
from wagtail.models import Site

from hub.content.models import SiteIdentity
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def identity(home):
    return SiteIdentity.for_site(Site.objects.get(is_default_site=True))


def page_at(client, address):
    return client.get(address).content.decode()


def test_the_window_of_the_home_page_says_what_the_site_is(client, identity):
    assert f"<title>Rally’nov — {identity.tagline}</title>" in page_at(client, "/")


def test_the_window_of_a_page_says_its_title_then_the_site(client, home):
    page = factories.StandardPageFactory(title="Le <programme>")
    assert "<title>Le &lt;programme&gt; — Rally’nov</title>" in page_at(client, page.url)


def test_the_canonical_address_drops_what_tracks_and_the_first_page(client, home):
    index = factories.InitiativeIndexPageFactory()
    factories.InitiativePageFactory(title="La crèche")
    markup = Markup(page_at(client, f"{index.url}?q=crèche&page=1&utm_source=lettre&gclid=1"))
    expected = "http://localhost/initiatives/?q=cr%C3%A8che"
    assert markup.all("link", rel="canonical")[0]["href"] == expected


def test_the_page_of_a_list_is_in_the_title_of_the_window(client, home):
    index = factories.VideoIndexPageFactory()
    for _ in range(13):
        factories.VideoPageFactory()
    page = page_at(client, f"{index.url}?page=2")
    assert f"<title>{index.title}, page 2 — Rally’nov</title>" in page


def test_a_picture_changes_the_image_of_a_shared_link(client, home):
    page = factories.StandardPageFactory()
    without = Markup(page_at(client, page.url)).meta("og:image")
    page.picture = factories.ImageFactory()
    page.save()
    markup = Markup(page_at(client, page.url))
    assert markup.meta("og:image").startswith("http://localhost/partage/")
    assert markup.meta("og:image") != without
    assert markup.meta("twitter:card") == "summary_large_image"


def test_the_menu_marks_the_page_and_the_section_that_is_read(client, identity):
    index, other = factories.InitiativeIndexPageFactory(), factories.VideoIndexPageFactory()
    fiche = factories.InitiativePageFactory()
    identity.menu = [("page", {"page": index, "label": ""}), ("page", {"page": other, "label": ""})]
    identity.save()
    for address, state in ((index.url, "page"), (fiche.url, "true")):
        links = Markup(page_at(client, address)).all("a", href=index.url)
        assert links[0]["aria-current"] == state
    assert "aria-current" not in Markup(page_at(client, index.url)).all("a", href=other.url)[0]


def test_the_european_emblem_stands_beside_its_sentence_only_when_europe_pays(client, identity):
    assert "europe.svg" not in page_at(client, "/")
    identity.european_funding = True
    identity.save()
    page = page_at(client, "/")
    assert Markup(page).all("img", src="/static/site/europe.svg")
    assert "Cofinancé par l’Union européenne" in page


def test_a_funder_without_logo_is_named(client, identity):
    identity.funders = [("funder", {"name": "Région", "logo": None, "address": ""})]
    identity.save()
    assert "Région" in page_at(client, "/")


def test_a_missing_page_gives_a_way_on(client, home):
    response = client.get("/n-existe-pas/")
    page = response.content.decode()
    assert response.status_code == 404
    assert Markup(page).structure_faults == []
    assert "<title>Page introuvable — Rally’nov</title>" in page
    assert Markup(page).all("input", name="q")


def test_the_error_page_needs_neither_database_nor_context(django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string("500.html")
    assert Markup(page).faults == []
    assert "<h1>Le site a un problème</h1>" in page


def test_the_user_bar_is_for_editors_alone(client, home, editor):
    assert "wagtail-userbar" not in page_at(client, "/")
    client.force_login(editor)
    assert "wagtail-userbar" in page_at(client, "/")
