"""Pictures: alternative texts, credits, and a constant number of queries."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.gallery import GalleryBlock
from hub.content.blocks.image import FigureBlock
from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.blocks.testing import api_form
from tests.factories import ImageFactory

pytestmark = pytest.mark.django_db


def stored(image: Any, **fields: Any) -> dict[str, Any]:
    described = {"image": image.pk, "alt_text": "Un atelier", "decorative": False}
    return {"image": described | fields.pop("described", {}), **fields}


def test_a_published_image_has_an_alternative_text_or_is_decorative() -> None:
    block = FigureBlock()
    nothing_said = block.to_python(stored(ImageFactory(), described={"alt_text": ""}))
    with pytest.raises(ValidationError) as refused:
        block.clean(nothing_said)
    assert "texte alternatif" in str(refused.value.block_errors["image"].block_errors["alt_text"])
    block.clean(block.to_python(stored(ImageFactory(), described={"decorative": True})))


def test_a_draft_may_lack_its_alternative_text() -> None:
    block = FigureBlock()
    block.clean_deferred(block.to_python(stored(ImageFactory(), described={"alt_text": ""})))


def test_the_text_of_the_context_goes_into_the_page() -> None:
    image = ImageFactory(description="Autre chose")
    html = FigureBlock().render(FigureBlock().to_python(stored(image)))
    assert 'alt="Un atelier"' in html
    assert 'type="image/avif"' in html
    assert 'loading="lazy"' in html


def test_a_decorative_image_has_an_empty_alternative_text() -> None:
    value = FigureBlock().to_python(stored(ImageFactory(), described={"decorative": True}))
    assert 'alt=""' in FigureBlock().render(value)
    assert api_form(FigureBlock(), value)["image"]["alt"] == ""


def test_the_credit_of_the_image_is_shown_unless_another_is_given() -> None:
    block, image = FigureBlock(), ImageFactory(credit="Aract")
    assert "© Aract" in block.render(block.to_python(stored(image)))
    other = block.render(block.to_python(stored(image, credit="La coopérative")))
    assert "© La coopérative" in other
    assert "Aract" not in other


def test_the_api_form_of_an_image_is_complete() -> None:
    value = FigureBlock().to_python(stored(ImageFactory(credit="Aract"), caption="L’atelier"))
    form = api_form(FigureBlock(), value)
    assert form["image"].pop("url").startswith("http://localhost/media/")
    kinds = [one["media_type"] for one in form["image"].pop("renditions")]
    assert kinds == ["image/avif", "image/webp", "image/jpeg"]
    assert form == {
        "image": {
            "width": 90,
            "height": 60,
            "alt": "Un atelier",
            "description": "Un atelier au petit matin",
            "credit": "Aract",
        },
        "caption": "L’atelier",
    }


def test_an_image_that_is_gone_leaves_no_trace() -> None:
    block = FigureBlock()
    value = block.to_python({"image": {"image": 999_999}, "caption": "Seule"})
    assert block.render(value).strip() == ""
    assert api_form(block, value) is None


def test_an_image_whose_file_is_lost_does_not_break_the_page() -> None:
    image = ImageFactory()
    image.file.storage.delete(image.file.name)
    assert "<img" in FigureBlock().render(FigureBlock().to_python(stored(image)))


def test_a_caption_that_holds_markup_is_shown_as_text() -> None:
    html = FigureBlock().render(FigureBlock().to_python(stored(ImageFactory(), caption="<script>")))
    assert "<script>" not in html


@pytest.mark.parametrize("number", [2, 12])
def test_a_gallery_reads_its_pictures_in_two_queries(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    images = [ImageFactory(title=f"image {rank}") for rank in range(number)]
    for image in images:
        image.get_renditions(*PICTURE_SIZES)
    block = GalleryBlock()
    with django_assert_num_queries(2):
        (value,) = block.bulk_to_python([{"images": [stored(image) for image in images]}])
        html = block.render(value)
    assert html.count("<img") == number


@pytest.mark.parametrize("number", [1, 8])
def test_the_images_of_a_page_are_read_together(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    images = [ImageFactory(title=f"image {rank}") for rank in range(number)]
    for image in images:
        image.get_renditions(*PICTURE_SIZES)
    body = BodyBlocks()
    children = [{"type": "image", "value": stored(image), "id": str(image.pk)} for image in images]
    with django_assert_num_queries(2):
        html = body.render(body.to_python(children))
    assert html.count("<img") == number
