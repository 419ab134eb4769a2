"""Pictures have a credit, and a text that stands for them."""

import pytest

from hub.editing.checks.pictures import poor_text, silent_picture, without_credit, without_text
from tests import factories

pytestmark = pytest.mark.django_db


def figure(image, alt="Trois salariées au planning", *, decorative=False, credit=""):
    fields = {"image": image.pk, "alt_text": alt, "decorative": decorative}
    return {"image": fields, "caption": "", "credit": credit}


def stream(*children):
    """Return children as they are stored."""
    return [
        {"type": kind, "value": value, "id": f"bloc-{n}"}
        for n, (kind, value) in enumerate(children)
    ]


@pytest.fixture
def image():
    return factories.ImageFactory(title="Atelier", credit="")


def test_an_image_without_credit_is_told_wherever_it_is(page, words, image):
    body = stream(("image", figure(image)), ("gallery", {"title": "", "images": [figure(image)]}))
    told = words(without_credit, page(picture=image, body=body))
    assert told == ["L’image de la page, « Atelier »", "« Atelier »", "« Atelier »"]


def test_a_credit_of_the_image_or_of_the_block_is_enough(page, words, image):
    credited = factories.ImageFactory(credit="Aract, CC BY")
    body = stream(("image", figure(credited)), ("image", figure(image, credit="Aract")))
    assert words(without_credit, page(picture=credited, body=body)) == []


def test_an_image_of_a_block_has_a_text_or_is_decorative(page, words, image):
    assert words(without_text, page(body=stream(("image", figure(image, ""))))) == ["« Atelier »"]
    made = page(body=stream(("image", figure(image, "", decorative=True))))
    assert words(without_text, made) == []


def test_the_picture_of_the_page_may_be_without_text_and_it_is_said(page, words, image):
    assert words(silent_picture, page(picture=image)) == ["Texte alternatif de l’image"]
    assert words(silent_picture, page(picture=image, picture_alt="Un atelier")) == []
    assert words(silent_picture, page()) == []


@pytest.mark.parametrize("alt", ["IMG_0042.JPG", "photo", "Logo", "DSC0012", "image.png", "42"])
def test_a_text_that_is_a_file_name_or_says_only_image_is_told(page, words, image, alt):
    told = words(poor_text, page(picture=image, picture_alt=alt))
    assert told == [f"L’image de la page : « {alt} »"]
    told = words(poor_text, page(body=stream(("image", figure(image, alt)))))
    assert told == [f"« Atelier » : « {alt} »"]


@pytest.mark.parametrize("alt", ["Photo de l’équipe en 2024", "Le logo bleu de l’Aract", ""])
def test_a_text_that_describes_is_not(page, words, image, alt):
    assert words(poor_text, page(picture=image, picture_alt=alt)) == []


def test_a_block_without_image_is_left_alone(page, words):
    empty = {"image": None, "alt_text": "", "decorative": False}
    made = page(body=stream(("image", {"image": empty, "caption": "", "credit": ""})))
    for find in (without_credit, without_text, poor_text):
        assert words(find, made) == []
