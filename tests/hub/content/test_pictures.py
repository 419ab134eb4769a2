"""The picture of a page."""

import pytest
from bs4 import BeautifulSoup

from hub.content.blocks.image_chooser import PICTURE_SIZES, read_pictures
from hub.content.pictures import picture_html
from tests import factories

pytestmark = pytest.mark.django_db


def tree(html):
    return BeautifulSoup(html, "html.parser")


def test_a_page_without_picture_gets_a_decorative_landscape():
    image = tree(picture_html(None, "fiche", alt="Ignoré")).img
    assert image["alt"] == ""
    assert image["loading"] == "lazy"
    assert "fiche" in image["src"]


def test_a_browser_may_choose_format_and_size():
    picture = factories.ImageFactory()
    picture.get_renditions(*PICTURE_SIZES)
    drawn = tree(picture_html(picture, "fiche", alt="Le four", sizes="20rem"))
    assert [source["type"] for source in drawn.find_all("source")] == ["image/avif", "image/webp"]
    assert drawn.img["alt"] == "Le four"
    assert drawn.img["src"].endswith(".jpg")


def test_what_an_editor_wrote_stays_in_its_attribute():
    drawn = tree(picture_html(factories.ImageFactory(), "fiche", alt='"><script>alert(1)</script>'))
    assert drawn.script is None
    assert drawn.img["alt"] == '"><script>alert(1)</script>'


def test_the_picture_above_the_fold_comes_first():
    image = tree(picture_html(factories.ImageFactory(), "fiche", eager=True)).img
    assert image["fetchpriority"] == "high"
    assert "loading" not in image.attrs


def test_pictures_that_were_read_with_their_pages_cost_nothing_more(
    home, django_assert_num_queries
):
    pages = [factories.StandardPageFactory(picture=factories.ImageFactory()) for _ in range(3)]
    for page in pages:
        page.picture.get_renditions(*PICTURE_SIZES)
        page.refresh_from_db()
    with django_assert_num_queries(2):
        read_pictures(pages)
    with django_assert_num_queries(0):
        read_pictures(pages)
        assert all(picture_html(page.picture, page.slug) for page in pages)
