"""A document that is not accessible has a page that says the same."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.document import DocumentBlock
from hub.content.equivalents import equivalent_of, lacks_equivalent
from tests.factories import DocumentFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def block_of(document, page=None):
    block = DocumentBlock()
    return block, block.to_python({"document": document.pk, "html_equivalent": page and page.pk})


@pytest.mark.parametrize(("said", "lacks"), [("oui", False), ("non", True), ("inconnue", False)])
def test_only_a_document_said_inaccessible_must_have_an_equivalent(said, lacks):
    assert lacks_equivalent(DocumentFactory(accessibility=said)) is lacks


def test_a_published_block_without_equivalent_is_refused_in_french():
    block, value = block_of(DocumentFactory(title="Bilan", accessibility="non"))
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert "« Bilan » n’est pas accessible" in str(refused.value.block_errors["html_equivalent"])


def test_a_draft_may_lack_its_equivalent():
    block, value = block_of(DocumentFactory(accessibility="non"))
    assert block.clean_deferred(value)["document"]


def test_the_equivalent_is_chosen_in_the_block_or_in_the_document():
    page = StandardPageFactory()
    for block, value in (
        block_of(DocumentFactory(accessibility="non"), page),
        block_of(DocumentFactory(accessibility="non", equivalent=page)),
    ):
        assert block.clean(value).equivalent.pk == page.pk


def test_an_equivalent_that_the_public_may_not_see_is_none():
    draft, private = StandardPageFactory(live=False), StandardPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft, private):
        document = DocumentFactory(accessibility="non", equivalent=page)
        assert equivalent_of(document) is None
        block, value = block_of(document)
        with pytest.raises(ValidationError):
            block.clean(value)


def test_the_equivalent_of_the_document_is_linked_beside_it():
    page = StandardPageFactory(title="Le bilan en page web")
    block, value = block_of(DocumentFactory(accessibility="non", equivalent=page))
    html = block.render(value)
    assert f'<a href="{page.url}">Le bilan en page web</a>' in html
    assert "Non accessible" in html


def test_an_equivalent_that_was_deleted_is_said():
    page = StandardPageFactory()
    document = DocumentFactory(accessibility="non", equivalent=page)
    page.delete()
    document.refresh_from_db()
    block, value = block_of(document)
    assert "La page équivalente n’est pas disponible pour le moment." in block.render(value)


@pytest.mark.parametrize("number", [1, 6])
def test_the_equivalents_of_a_page_are_read_together(number, django_assert_max_num_queries):
    page = StandardPageFactory()
    _ = page.url
    keys = [
        DocumentFactory(accessibility="non", file_size=9, equivalent=page).pk for _ in range(number)
    ]
    stream = [{"type": "document", "value": {"document": key}, "id": str(key)} for key in keys]
    body = BodyBlocks()
    with django_assert_max_num_queries(4):
        html = body.render(body.to_python(stream))
    assert html.count("Même contenu en page web") == number
