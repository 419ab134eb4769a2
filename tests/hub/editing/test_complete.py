"""The explorer's « Publier » asks of a page what its form asks."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def explorer(client, editor, home):
    client.force_login(editor)
    return client


def publish(client, *pages, **options):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{chosen}&next=/admin/", options, follow=True)


def is_live(page):
    page.refresh_from_db()
    return page.live


def test_a_whole_page_is_published(explorer):
    page = factories.StandardPageFactory(live=False)
    publish(explorer, page)
    assert is_live(page)


def test_an_incomplete_page_is_refused_in_words_and_nothing_is_published(explorer):
    whole = factories.StandardPageFactory(live=False)
    fiche = factories.InitiativePageFactory(title="La navette", live=False, terms=[])
    said = publish(explorer, whole, fiche).content.decode()
    assert "La navette" in said
    assert "Caractérisation" in said
    assert "Rien n’a été publié" in said
    assert not is_live(fiche)
    assert not is_live(whole)


def test_what_is_below_is_asked_the_same(explorer):
    fiche = factories.InitiativePageFactory(live=False, terms=[])
    index = fiche.get_parent().specific
    publish(explorer, index)
    assert not is_live(fiche)
    said = publish(explorer, index, include_descendants="on").content.decode()
    assert "Rien n’a été publié" in said
    assert not is_live(fiche)
