"""From an address to its page, and what stands above it."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.http import Http404
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from hub.content.routing import is_open, page_below, shown_above
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(home):
    """A page and a page under it."""
    parent = factories.StandardPageFactory(slug="dessus")
    return parent, factories.StandardPageFactory(slug="dessous", parent=parent)


@pytest.fixture(params=["login", "password", "groups"])
def restricted(request, family):
    """The same, the one above restricted in each way that there is."""
    restriction = PageViewRestriction.objects.create(
        page=family[0], restriction_type=request.param, password="ouvre-toi"
    )
    if request.param == "groups":
        restriction.groups.add(Group.objects.create(name="Équipe"))
    return family


def test_a_page_is_found_under_its_own_type(home, rf, family):
    assert page_below(home, rf.get("/"), ["dessus", "dessous"]) == family[1]


def test_a_page_has_no_address_but_its_own(home, rf, family):
    for slugs in (["dessous"], ["dessus", "dessus"], ["dessus", "dessous", "dessous"]):
        with pytest.raises(Http404):
            page_below(home, rf.get("/"), slugs)


def test_a_draft_has_no_address(home, rf, family):
    Page.objects.filter(pk=family[1].pk).update(live=False)
    with pytest.raises(Http404):
        page_below(home, rf.get("/"), ["dessus", "dessous"])


def test_what_is_above_is_shown_when_the_public_may_see_it(home, rf, family):
    request = rf.get("/")
    assert [page.pk for page in shown_above(family[1], request)] == [home.pk, family[0].pk]
    Page.objects.filter(pk=family[0].pk).update(live=False)
    assert [page.pk for page in shown_above(family[1], request)] == [home.pk]
    past = timezone.now() - datetime.timedelta(seconds=1)
    Page.objects.filter(pk=family[0].pk).update(live=True, expire_at=past)
    assert [page.pk for page in shown_above(family[1], request)] == [home.pk]


def test_a_page_without_any_restriction_above_it_is_open(rf, family):
    assert is_open(family[1], rf.get("/"))


def test_a_page_under_a_restricted_one_is_not_open(client, rf, restricted):
    assert not is_open(restricted[1], rf.get("/"))
    answer = client.get(restricted[1].url)
    assert restricted[1].title not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_an_alias_has_the_restrictions_of_its_source(client, home, rf, restricted):
    alias = factories.StandardPageFactory(slug="copie")
    Page.objects.filter(pk=alias.pk).update(alias_of=restricted[0].pk)
    alias.refresh_from_db()
    assert not is_open(alias, rf.get("/"))
    assert alias.title not in client.get(alias.url).content.decode()
