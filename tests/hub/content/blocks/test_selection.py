"""Chosen pages: only those that the public may see, in a constant number of queries."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.blocks.selection import SelectionBlock
from hub.content.blocks.testing import api_form
from tests.factories import ImageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def selection(*pages: Any, title: str = "À lire") -> Any:
    block = SelectionBlock()
    return block, block.to_python({"title": title, "pages": [page.pk for page in pages]})


def test_pages_come_in_the_chosen_order() -> None:
    first, second = StandardPageFactory(title="Un"), StandardPageFactory(title="Deux")
    block, value = selection(second, first)
    html = block.render(value)
    assert html.index("Deux") < html.index("Un<")
    titles = [page["title"] for page in api_form(block, value)["pages"]]
    assert titles == ["Deux", "Un"]


def test_a_card_tells_title_kind_and_summary() -> None:
    block, value = selection(
        StandardPageFactory(title="Le bilan", summary="Ce que l’année a donné.")
    )
    html = block.render(value)
    assert '<a class="card__link" href="/le-bilan/">Le bilan</a>' in html
    assert "Ce que l’année a donné." in html
    assert "Page" in html


def test_drafts_and_private_pages_are_left_out() -> None:
    private = StandardPageFactory(title="Privée")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    draft = StandardPageFactory(title="Brouillon", live=False)
    block, value = selection(draft, private, StandardPageFactory(title="Publique"))
    html = block.render(value)
    assert "Publique" in html
    assert "Brouillon" not in html
    assert "Privée" not in html
    titles = [page["title"] for page in api_form(block, value)["pages"]]
    assert titles == ["Publique"]


def test_a_selection_of_nothing_visible_shows_nothing() -> None:
    block, value = selection(StandardPageFactory(live=False))
    assert block.render(value).strip() == ""


def test_the_preview_of_an_unsaved_form_shows_the_page_just_chosen() -> None:
    block = SelectionBlock()
    base_page = StandardPageFactory(title="Choisie", summary="Résumé").page_ptr
    assert "Résumé" in block.render(block.normalize({"title": "", "pages": [base_page]}))


def test_the_cards_stand_one_level_under_the_title() -> None:
    block, value = selection(StandardPageFactory())
    assert '<h3 class="card__title">' in block.render(value)
    block, untitled = selection(StandardPageFactory(), title="")
    assert '<h2 class="card__title">' in block.render(untitled)


@pytest.mark.parametrize("number", [1, 12])
def test_a_selection_costs_a_constant_number_of_queries(
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    pages = []
    for rank in range(number):
        picture = ImageFactory(title=f"image {rank}")
        picture.get_renditions(*PICTURE_SIZES)
        pages.append(StandardPageFactory(title=f"Page {rank}", picture=picture))
    body = BodyBlocks()
    value = {"title": "À lire", "pages": [page.pk for page in pages]}
    # Pages, their types, what is visible (restrictions, pages), pictures, renditions, site root.
    with django_assert_max_num_queries(8) as queries:
        html = body.render(body.to_python([{"type": "selection", "value": value, "id": "a"}]))
    assert html.count("card__title") == number
    assert len(queries) == len({query["sql"] for query in queries.captured_queries})
