"""Wagtail's API v2 where it is asked for: what the public sees, and no server error."""

import pytest
from django.test import override_settings
from wagtail.models import Collection, CollectionViewRestriction

from hub.content.models import HubDocument, HubImage
from hub.settings.wagtail_api import wagtail_api
from tests import factories
from tests.hidings import HIDINGS

V2 = "/api/wagtail/v2"
mounted = override_settings(ROOT_URLCONF="tests.hub.api.v2_urls")
pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    """Ask an address of the API, and return what it answers."""

    def asked(path, /, status=200, **parameters):
        response = client.get(f"{V2}{path}", parameters)
        assert response.status_code == status, response.content[:300]
        return response.json()

    with mounted:
        yield asked


def titles(found):
    return {one["title"] for one in found["items"]}


def test_it_is_there_only_where_it_is_asked_for(home, client):
    assert client.get(f"{V2}/pages/").status_code == 404
    assert (wagtail_api({}), wagtail_api({"HUB_WAGTAIL_API": "v2"})) == ("", "v2")


@pytest.mark.parametrize("given", ["v3", "2", "oui"])
def test_no_other_version_is_given(given):
    with pytest.raises(Exception, match=r"hub\.E007"):
        wagtail_api({"HUB_WAGTAIL_API": given})


def test_pages_are_listed_found_and_read(home, ask, client, settings):
    settings.HUB_HEADLESS_URL = "https://www.example.org"
    fiche = factories.InitiativePageFactory(title="Les Délices bleus")
    listed = ask("/pages/", type="initiatives.InitiativePage")
    assert titles(listed) == {"Les Délices bleus"}
    address = listed["items"][0]["meta"]["html_url"]
    assert address == f"https://www.example.org{fiche.url}"
    assert "Les Délices bleus" in titles(ask("/pages/"))
    one = ask(f"/pages/{fiche.pk}/")
    assert one["meta"]["parent"]["title"] == fiche.get_parent().title
    found = client.get(f"{V2}/pages/find/", {"html_path": fiche.url})
    assert found["Location"].endswith(f"{V2}/pages/{fiche.pk}/?")


def test_any_site_may_read_it_and_nobody_write(home, ask, client):
    response = client.get(f"{V2}/pages/")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    assert client.post(f"{V2}/pages/").status_code == 405
    assert client.delete(f"{V2}/pages/{home.pk}/").status_code == 405


@pytest.mark.parametrize("way", HIDINGS)
def test_a_hidden_page_is_nowhere(home, ask, client, editor, way):
    client.force_login(editor)  # what an account may read is not what everybody may
    above = factories.StandardPageFactory()
    page = factories.StandardPageFactory(parent=above, title="Zygomule", slug="zygomule")
    below = factories.StandardPageFactory(parent=page, title="Dessous")
    HIDINGS[way](page)
    told = [client.get(f"{V2}/pages/", {"fields": "*", "limit": 20})]
    told += [client.get(f"{V2}/pages/{one.pk}/", {"fields": "*"}) for one in (page, below)]
    told += [client.get(f"{V2}/pages/", {name: page.pk}) for name in ("child_of", "ancestor_of")]
    told += [client.get(f"{V2}/pages/find/", {"html_path": page.url})]
    assert [one.status_code for one in told if one.status_code >= 500] == []
    assert "Zygomule" not in "".join(one.content.decode() for one in told)


def test_files_of_closed_collections_are_not_given(home, ask):
    closed = Collection.get_first_root_node().add_child(name="Fermée")
    below = closed.add_child(name="Dessous")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    for make, model, kind in (
        (factories.ImageFactory, HubImage, "images"),
        (factories.DocumentFactory, HubDocument, "documents"),
    ):
        opened, hidden, deep = make(title="Ouvert"), make(title="Caché"), make(title="Profond")
        model.objects.filter(pk=hidden.pk).update(collection=closed)
        model.objects.filter(pk=deep.pk).update(collection=below)
        assert titles(ask(f"/{kind}/")) == {"Ouvert"}
        assert ask(f"/{kind}/{opened.pk}/")["title"] == "Ouvert"
        for one in (hidden, deep):
            ask(f"/{kind}/{one.pk}/", 404)


HUGE = "9" * 30
BAD = [
    {"offset": HUGE}, {"offset": "-1"}, {"limit": HUGE}, {"limit": "1000"}, {"limit": "x"},
    {"locale": "\0"}, {"site": "x"}, {"search": "congés"}, {"title": "\0"},
    {"id": HUGE}, {"id": "x"}, {"child_of": HUGE}, {"child_of": "\0"}, {"descendant_of": "0"},
    {"ancestor_of": "-5"}, {"type": "auth.User"}, {"type": "x"}, {"type": "\0"},
    {"fields": "("}, {"fields": "password"}, {"fields": "alias_of"}, {"fields": "a(" * 400},
    {"order": "password"}, {"order": "title,random"}, {"first_published_at": "hier"},
    {"show_in_menus": "peut-être"},
    {"title": "x" * 5000}, {"inconnu": "1"}, {"rich_text_format": "x"}, {"alias_of": "x"},
]  # fmt: skip


@pytest.mark.parametrize("parameters", BAD, ids=str)
def test_what_is_not_understood_is_refused(home, ask, parameters):
    assert ask("/pages/", 400, **parameters)["message"]


def test_nothing_found_is_a_404(home, ask):
    for asked in ({"id": HUGE}, {"id": "x"}, {"html_path": "/\0/"}):
        assert ask("/pages/find/", 400, **asked)["message"]
    for asked in ({"html_path": "/rien/"}, {"html_path": "/../admin/"}, {"id": "999999"}, {}):
        assert ask("/pages/find/", 404, **asked)["message"]
    for kind in ("pages", "images", "documents"):
        ask(f"/{kind}/{HUGE}/", 404)
        ask(f"/{kind}/", 400, offset=HUGE)
        ask(f"/{kind}/", 400, search="x")
        assert ask(f"/{kind}/", offset="2147483647")["items"] == []


def test_a_list_costs_the_same_whatever_its_length(home, ask, django_assert_max_num_queries):
    for _ in range(8):
        factories.StandardPageFactory()
    ask("/pages/")
    with django_assert_max_num_queries(14):
        assert len(ask("/pages/")["items"]) == 9
