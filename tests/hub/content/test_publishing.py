"""A page is saved and published in one transaction."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Revision

from home.models import StandardPage
from hub.content.publishing import publish, publish_new

pytestmark = pytest.mark.django_db


def test_a_new_page_is_live_with_its_revision(home):
    page = publish_new(home, StandardPage(title="Contact", slug="contact"))
    assert page.live
    assert page.live_revision is not None
    assert not page.has_unpublished_changes


def test_a_page_that_may_not_be_published_leaves_nothing(home):
    pages, revisions = Page.objects.count(), Revision.objects.count()
    with pytest.raises(ValidationError):
        publish_new(home, StandardPage(title="Sans adresse lisible", slug="pas une adresse"))
    assert (Page.objects.count(), Revision.objects.count()) == (pages, revisions)


def test_a_failure_while_publishing_leaves_neither_revision_nor_change(home, monkeypatch):
    page = publish_new(home, StandardPage(title="Avant", slug="page"))
    revisions = Revision.objects.count()
    monkeypatch.setattr(Revision, "publish", lambda *args, **kwargs: 1 / 0)
    page.title = "Après"
    with pytest.raises(ZeroDivisionError):
        publish(page)
    page.refresh_from_db()
    assert (page.title, Revision.objects.count()) == ("Avant", revisions)
