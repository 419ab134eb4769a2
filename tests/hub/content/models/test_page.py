"""What the public may see, and what every page says of itself."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

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


def test_a_page_under_a_private_one_is_not_visible(home):
    parent = factories.StandardPageFactory()
    child = factories.StandardPageFactory(parent=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    assert child.pk not in visible_pages().values_list("pk", flat=True)


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
