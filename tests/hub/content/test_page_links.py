"""Links to pages in a rich text lead to what the public may see."""

import pytest
from wagtail.rich_text import RichText

from tests.factories import StandardPageFactory
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db


def link(key):
    return f'<p><a linktype="page" id="{key}">Lire</a></p>'


def test_a_link_has_the_address_of_its_page():
    page = StandardPageFactory(slug="lire")
    assert str(RichText(link(page.pk))) == '<p><a href="/lire/">Lire</a></p>'


@pytest.mark.parametrize("key", ["999999", "", "x", "1 OR 1=1"])
def test_a_page_that_does_not_exist_leaves_its_words(key):
    assert str(RichText(link(key))) == "<p><a>Lire</a></p>"


@pytest.mark.parametrize("hiding", HIDINGS)
def test_a_hidden_page_leaves_its_words_and_not_its_slug(hiding):
    page = StandardPageFactory(slug="secret", parent=StandardPageFactory())
    HIDINGS[hiding](page)
    assert str(RichText(link(page.pk))) == "<p><a>Lire</a></p>"


@pytest.mark.parametrize("number", [1, 6])
def test_the_pages_of_a_text_are_read_together(number, django_assert_max_num_queries):
    pages = [StandardPageFactory() for _ in range(number)]
    _ = pages[0].url
    with django_assert_max_num_queries(1):
        html = str(RichText("".join(link(page.pk) for page in pages)))
    assert html.count("href") == number
