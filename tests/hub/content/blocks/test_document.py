"""Documents say what they weigh, in which format, and whether everybody can read them."""

import factory
import pytest
from django.core.files.base import ContentFile
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Collection, CollectionViewRestriction

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.document import DocumentBlock
from hub.content.blocks.testing import api_form
from tests.factories import DocumentFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


class PdfFactory(DocumentFactory):
    """A PDF of 2,048 bytes."""

    title = "Bilan"
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-".ljust(2048), name="bilan.pdf"))
    file_size = 2048


def test_format_weight_and_accessibility_are_shown() -> None:
    value = DocumentBlock().to_python({"document": PdfFactory(accessibility="non").pk})
    html = DocumentBlock().render(value)
    assert "(PDF, 2,0\xa0Kio)" in html or "(PDF, 2,0\xa0Ko)" in html
    assert "Non accessible" in html


def test_the_title_given_here_is_shown_instead_of_that_of_the_file() -> None:
    document = PdfFactory(title="bilan_v3_def")
    value = DocumentBlock().to_python({"document": document.pk, "title": "Le bilan 2023"})
    html = DocumentBlock().render(value)
    assert "Le bilan 2023" in html
    assert "bilan_v3_def" not in html


def test_a_page_with_the_same_content_is_offered() -> None:
    page = StandardPageFactory(title="Le bilan en page web")
    value = DocumentBlock().to_python({"document": PdfFactory().pk, "html_equivalent": page.pk})
    assert '<a href="/le-bilan-en-page-web/">Le bilan en page web</a>' in DocumentBlock().render(
        value
    )


def test_a_draft_equivalent_is_not_offered() -> None:
    page = StandardPageFactory(title="Brouillon", live=False)
    value = DocumentBlock().to_python({"document": PdfFactory().pk, "html_equivalent": page.pk})
    assert "Brouillon" not in DocumentBlock().render(value)


@pytest.mark.parametrize(("stored", "told"), [("oui", True), ("non", False), ("inconnue", None)])
def test_the_api_form_of_a_document(stored: str, told: bool | None) -> None:
    document = PdfFactory(accessibility=stored)
    form = api_form(DocumentBlock(), DocumentBlock().to_python({"document": document.pk}))
    assert form["document"] == {
        "title": "Bilan",
        "url": f"http://localhost/documents/{document.pk}/{document.filename}",
        "format": "PDF",
        "bytes": 2048,
        "accessible": told,
        "equivalent": None,
    }


def test_a_document_of_a_private_collection_is_shown_nowhere() -> None:
    private = Collection.get_first_root_node().add_child(name="Privée")
    inner = private.add_child(name="Dedans")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    value = DocumentBlock().to_python({"document": PdfFactory(collection=inner).pk})
    assert DocumentBlock().render(value).strip() == ""
    assert api_form(DocumentBlock(), value) is None


def test_a_document_that_is_gone_leaves_no_trace() -> None:
    value = DocumentBlock().to_python({"document": 999_999, "title": "Bilan"})
    assert DocumentBlock().render(value).strip() == ""


@pytest.mark.parametrize("number", [1, 8])
def test_the_documents_of_a_page_are_read_together(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    children = [
        {"type": "document", "value": {"document": PdfFactory().pk}, "id": str(rank)}
        for rank in range(number)
    ]
    body = BodyBlocks()
    with django_assert_num_queries(2):
        html = body.render(body.to_python(children))
    assert html.count("document__link") == number
