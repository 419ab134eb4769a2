"""Links to documents in a rich text say what the document is."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.rich_text import RichText

from hub.content.blocks.rich_text import RichTextBlock
from hub.content.blocks.testing import api_form
from tests.factories import DocumentFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def link(document, label="Le bilan"):
    key = getattr(document, "pk", document)
    return f'<a linktype="document" id="{key}">{label}</a>'


def test_a_link_says_format_weight_and_accessibility():
    document = DocumentFactory(accessibility="non", file_size=2048)
    html = str(RichText(f"<p>{link(document, 'Le <b>bilan</b>')}.</p>"))
    assert f'<a class="document-link" href="{document.url}">Le <b>bilan</b> ' in html
    assert '<span class="document__format">(TXT, 2,0\xa0Kio, non accessible)</span></a>.' in html
    assert "data-" not in html


def test_an_accessible_document_needs_no_more_words():
    document = DocumentFactory(accessibility="oui", file_size=2048)
    assert "(TXT, 2,0\xa0Kio)" in str(RichText(link(document)))


def test_the_equivalent_stands_next_to_the_link():
    page = StandardPageFactory(title='L\'eau & "nous"')
    document = DocumentFactory(accessibility="non", equivalent=page)
    html = str(RichText(link(document)))
    assert f'<a class="document-equivalent" href="{page.url}">' in html
    assert "même contenu en page web\xa0: L’eau &amp; «\xa0nous\xa0»</a>)" in html


def test_a_document_that_is_gone_breaks_nothing():
    assert str(RichText(f"<p>{link(999_999)}</p>")) == "<p><a>Le bilan</a></p>"


def test_a_private_document_gives_neither_address_nor_name():
    private = Collection.get_first_root_node().add_child(name="Réservés")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = DocumentFactory(collection=private)
    assert str(RichText(f"<p>{link(document)}</p>")) == "<p><a>Le bilan</a></p>"


@pytest.mark.parametrize("number", [1, 6])
def test_the_documents_of_a_text_are_read_together(number, django_assert_max_num_queries):
    page = StandardPageFactory()
    _ = page.url
    source = "".join(
        link(DocumentFactory(accessibility="non", file_size=9, equivalent=page))
        for _ in range(number)
    )
    with django_assert_max_num_queries(4):
        html = str(RichText(source))
    assert html.count("document-equivalent") == number


def test_a_published_text_may_not_link_to_an_inaccessible_document_alone():
    document = DocumentFactory(title="Bilan", accessibility="non")
    block = RichTextBlock()
    with pytest.raises(ValidationError, match="« Bilan » n’est pas accessible"):
        block.clean(RichText(link(document)))
    assert block.clean_deferred(RichText(link(document)))
    document.equivalent = StandardPageFactory()
    document.save()
    assert block.clean(RichText(link(document)))


def test_the_stored_text_stays_as_it_was_typed():
    source = "<p>L'eau ?</p>"
    assert api_form(RichTextBlock(), RichText(source)) == source
