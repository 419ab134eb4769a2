"""Every page type renders, previews, and asks the database a constant number of questions."""

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from hub.content.checks import hub_page_models
from hub.content.freshness.models import ContentVersion
from search.engines.memory import MemoryEngine
from search.indexing.draining import drain
from tests.page_types import PAGE_TYPES
from tests.search.conftest import use

pytestmark = pytest.mark.django_db
# Questions of a page that shows all it can, when the page above it was visited since the last
# write, but not this one.
FIRST_VISIT = {
    "EventIndexPage": 8,
    "EventPage": 11,
    "EventReportPage": 13,
    "EventSeriesPage": 5,
    "HomePage": 12,
    "InitiativeIndexPage": 13,
    "InitiativePage": 17,
    "LaureateIndexPage": 10,
    "LaureateStoryPage": 13,
    "ProposalPage": 13,
    "PublicationIndexPage": 8,
    "PublicationPage": 11,
    "StandardPage": 13,
    "ThemeIndexPage": 7,
    "ThemePage": 13,
    "VideoIndexPage": 8,
    "VideoPage": 8,
}
# The version of the content: it is what tells that all the rest is still known.
LATER_VISIT = 1
EVERY_TYPE = pytest.mark.parametrize("name", PAGE_TYPES)


def test_every_page_type_is_listed_here():
    assert set(PAGE_TYPES) == {model.__name__ for model in hub_page_models()}


def questions(client, url):
    """Return the queries of a visit when the site's settings are made and the caches are warm."""
    for _ in range(2):
        assert client.get(url).status_code == 200
    return asked(client, url)


def asked(client, url):
    """Return the queries of a visit."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return [query["sql"] for query in queries.captured_queries]


@EVERY_TYPE
def test_a_page_asks_as_many_questions_for_one_item_as_for_twenty(client, home, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    with_one = questions(client, page.url)
    fill(page, 19)
    with_twenty = questions(client, page.url)
    assert len(with_twenty) == len(with_one), "\n".join(sorted(set(with_twenty)))


@EVERY_TYPE
def test_a_page_asks_no_more_questions_than_it_used_to(client, home, monkeypatch, name):
    """The first visit of the page after a write, then any later one, as the process remembers."""
    make, fill = PAGE_TYPES[name]
    use(MemoryEngine(), monkeypatch)
    page = make()
    fill(page, 20)
    drain()
    monkeypatch.setattr("hub.content.memory.connection", SimpleNamespace(in_atomic_block=False))
    questions(client, page.url)  # makes the sizes of the pictures
    ContentVersion.objects.update(token="moved")
    questions(client, "/plan-du-site/" if page.is_site_root() else page.get_parent().url)
    first = asked(client, page.url)
    assert len(first) <= FIRST_VISIT[name], "\n".join(first)
    again = questions(client, page.url)
    assert len(again) <= LATER_VISIT, "\n".join(again)


@EVERY_TYPE
def test_a_page_that_has_nothing_to_show_still_renders(client, home, name):
    make, _ = PAGE_TYPES[name]
    response = client.get(make().url)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


@EVERY_TYPE
def test_a_page_previews_before_it_is_saved(home, name):
    """As the editor's create view does: no key, a place in the tree, nothing filled in."""
    make, _ = PAGE_TYPES[name]
    sibling = make()
    draft = type(sibling)(title="Brouillon", slug="brouillon")
    draft.depth, draft.path = sibling.depth, sibling._inc_path()
    draft.set_url_path(sibling.get_parent())
    response = draft.make_preview_request(preview_mode=draft.default_preview_mode)
    assert response.status_code == 200
    assert "Brouillon" in response.content.decode()


@EVERY_TYPE
def test_a_fresh_page_may_be_published(home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    page.full_clean()
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live


@EVERY_TYPE
def test_an_anonymous_visit_sets_no_cookie_and_may_be_cached(client, home, name):
    make, _ = PAGE_TYPES[name]
    response = client.get(make().url)
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")


@EVERY_TYPE
def test_a_draft_an_expired_and_a_private_page_are_not_shown(client, home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    if page.is_site_root():
        return
    url = page.url
    Page.objects.filter(pk=page.pk).update(live=False)
    assert client.get(url).status_code == 404
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    Page.objects.filter(pk=page.pk).update(live=True, expire_at=past)
    assert client.get(url).status_code == 404
    Page.objects.filter(pk=page.pk).update(expire_at=None)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(url).status_code == 302


@EVERY_TYPE
def test_a_copy_of_a_page_is_another_page(home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    if type(page).max_count == 1:
        return
    page.save_revision()
    copy = page.copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert copy.uid != page.uid
    assert copy.get_latest_revision_as_object().uid == copy.uid


@EVERY_TYPE
def test_an_alias_is_another_page_that_follows_its_source(home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    if type(page).max_count == 1:
        return
    alias = page.create_alias(update_slug="alias")
    uid = alias.uid
    assert uid != page.uid
    page.title = "Un autre titre"
    page.save_revision().publish()
    alias.refresh_from_db()
    assert (alias.title, alias.uid) == ("Un autre titre", uid)
