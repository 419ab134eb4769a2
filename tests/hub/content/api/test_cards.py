"""Pages as cards: what the public may see of each, in few queries."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from home.blocks import LatestInitiativesBlock
from hub.content.api.cards import read_cards
from hub.content.api.context import ApiContext
from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.blocks.testing import api_form
from tests import factories

pytestmark = pytest.mark.django_db


def cards_of(*pages):
    ctx = ApiContext(RequestFactory().get("/api/v1/pages", SERVER_NAME="localhost"))
    return list(read_cards([page.pk for page in pages], ctx).values())


def test_a_card_gives_the_summary_and_the_picture_as_the_page_does():
    picture = factories.ImageFactory(description="Un atelier", credit="A. Durand")
    page = factories.InitiativePageFactory(
        summary="Ils ont osé.", picture=picture, picture_alt="Deux salariées"
    )
    [card] = cards_of(page)
    assert (card["id"], card["title"]) == (str(page.uid), page.title)
    assert card["summary"] == "Ils ont osé."
    image = card["image"]
    assert (image["alt"], image["description"]) == ("Deux salariées", "Un atelier")
    assert image["credit"] == "A. Durand"
    assert image["width"] > 0
    assert image["renditions"][0]["url"].startswith("http://localhost/media/")


def test_a_page_without_a_picture_is_a_card_too():
    [card] = cards_of(factories.StandardPageFactory())
    assert card["image"] is None


def test_what_the_public_may_not_see_is_no_card():
    draft = factories.InitiativePageFactory(live=False)
    private = factories.InitiativePageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert cards_of(draft, private) == []


def test_a_draft_of_a_published_page_leaves_no_trace():
    page = factories.InitiativePageFactory(summary="Publié")
    page.summary = "Secret"
    page.save_revision()
    assert [card["summary"] for card in cards_of(page)] == ["Publié"]


def test_a_picture_of_a_private_collection_is_left_out():
    private = Collection.get_first_root_node().add_child(name="Privée")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    picture = factories.ImageFactory(collection=private)
    [card] = cards_of(factories.InitiativePageFactory(picture=picture))
    assert card["image"] is None


def test_a_live_block_costs_the_same_queries_whatever_its_number():
    def cost(number):
        value = {"title": "Dernières initiatives", "number": number}
        with CaptureQueriesContext(connection) as asked:
            pages = api_form(LatestInitiativesBlock(), value)["pages"]
        assert len([page for page in pages if page["image"]]) == number
        return len(asked)

    for _ in range(5):
        picture = factories.ImageFactory()
        picture.get_renditions(*PICTURE_SIZES)
        factories.InitiativePageFactory(picture=picture)
    cost(1)  # what a process reads once
    assert cost(2) == cost(5)
