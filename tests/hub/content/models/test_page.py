"""What the public may see, and what every page says of itself."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from hub.content.models.page import visible_pages
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_published_page_is_visible(home):
    page = factories.StandardPageFactory()
    assert StandardPage.objects.visible().get() == page


@pytest.mark.parametrize(
    "state",
    [
        {"live": False},
        {"expire_at": timezone.now() - datetime.timedelta(seconds=1)},
    ],
    ids=["draft", "expired"],
)
def test_a_draft_and_an_expired_page_are_not(home, state):
    page = factories.StandardPageFactory()
    StandardPage.objects.filter(pk=page.pk).update(**state)
    assert not StandardPage.objects.visible().exists()


def test_a_page_that_will_expire_is_visible_until_then(home):
    factories.StandardPageFactory(expire_at=timezone.now() + datetime.timedelta(days=1))
    assert StandardPage.objects.visible().exists()


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_neither_a_private_page_nor_one_under_it_is_visible(home, kind):
    parent = factories.StandardPageFactory()
    child = factories.StandardPageFactory(parent=parent)
    beside = factories.StandardPageFactory()
    PageViewRestriction.objects.create(page=parent, restriction_type=kind)
    shown = visible_pages().filter(pk__in=[parent.pk, child.pk, beside.pk])
    assert shown.get().pk == beside.pk


def test_what_is_visible_is_what_wagtail_calls_live_and_public(home):
    pages = [factories.StandardPageFactory() for _ in range(12)]
    below = [factories.StandardPageFactory(parent=page) for page in pages]
    PageViewRestriction.objects.create(page=pages[0], restriction_type="login")
    PageViewRestriction.objects.create(page=below[5], restriction_type="password")
    Page.objects.filter(pk=pages[9].pk).update(live=False)
    expected = Page.objects.live().public().order_by("path")
    assert [page.pk for page in visible_pages()] == [page.pk for page in expected]


def test_visible_pages_come_in_the_order_asked_for(home):
    first, hidden, last = (factories.StandardPageFactory() for _ in range(3))
    Page.objects.filter(pk=hidden.pk).update(live=False)
    chosen = [last.pk, hidden.pk, first.pk]
    assert StandardPage.objects.in_this_order(chosen) == [last, first]
    assert StandardPage.objects.in_this_order([]) == []


def test_the_description_for_search_engines_falls_back_on_the_summary(home):
    page = factories.StandardPageFactory(summary="Le résumé.")
    assert page.meta_description == "Le résumé."
    page.search_description = "Écrite exprès."
    assert page.meta_description == "Écrite exprès."


def test_structured_data_hold_dates_with_their_offset(home, rf):
    page = factories.StandardPageFactory()
    page.save_revision().publish()
    page.refresh_from_db()
    data = page.json_ld(rf.get("/"))
    assert data["datePublished"].endswith(("+01:00", "+02:00"))
    assert data["url"] == page.full_url


def test_related_pages_keep_their_order_and_leave_out_hidden_ones(home):
    first, hidden, last = (factories.StandardPageFactory() for _ in range(3))
    page = factories.StandardPageFactory(
        related=[("page", last), ("page", hidden), ("page", first)]
    )
    StandardPage.objects.filter(pk=hidden.pk).update(live=False)
    page.refresh_from_db()
    assert page.related_pages == [last, first]
