"""A file to download."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from hub.content.api.json_schema import TEXT, Schema, an_object, nullable, reference
from hub.content.blocks import groups, preview
from hub.content.blocks.document_chooser import DocumentChooserBlock, public_document
from hub.content.blocks.page_chooser import PageChooserBlock, visible
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from hub.content.equivalents import equivalent_of, lacks_equivalent, refusal

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class DocumentValue(blocks.StructValue):
    """A document and, where there is one, the page that says the same."""

    @property
    def file(self) -> AbstractDocument | None:
        """The document, None where it is gone or private."""
        return public_document(self.get("document"))

    @property
    def name(self) -> str:
        """The title given here, else that of the document."""
        return self.get("title") or (self.file.title if self.file else "")

    @property
    def equivalent(self) -> Page | None:
        """The page with the same content: the one chosen here, else that of the document.

        None where the public may see neither.
        """
        return visible(self.get("html_equivalent")) or equivalent_of(self.file)

    @property
    def lacks_equivalent(self) -> bool:
        """Whether a page that must be there was deleted, unpublished or made private."""
        return lacks_equivalent(self.file, self.equivalent)


class DocumentBlock(StructBlock):
    """A document with its format, its weight and its accessibility.

    The rule of its equivalent is in `hub/content/equivalents.py`.
    """

    document = DocumentChooserBlock(label="Document")
    title = CharBlock(
        label="Titre affiché",
        required=False,
        max_length=160,
        help_text="À défaut, le titre du document.",
    )
    html_equivalent = PageChooserBlock(
        label="Page équivalente",
        required=False,
        help_text="Une page du site qui donne le même contenu, obligatoire quand le document "
        "n’est pas accessible. À défaut, celle de la fiche du document.",
    )

    def clean(self, value: DocumentValue) -> DocumentValue:
        """Return the value; raises ValidationError where a publication lacks an equivalent."""
        cleaned = super().clean(value)
        document, page = cleaned["document"], visible(cleaned["html_equivalent"])
        if not self.is_deferred_validation and lacks_equivalent(document, page):
            error = ValidationError(refusal(document))
            raise StructBlockValidationError(block_errors={"html_equivalent": error})
        return cleaned

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return the document under the title that is shown, and the page that says the same.

        None where the document is gone or private.
        """
        document = fields["document"]
        if document is None:
            return None
        return {
            "title": fields["title"] or document["title"],
            "document": document,
            "equivalent": fields["html_equivalent"] or document["equivalent"],
        }

    def api_schema(self, fields: Schema) -> Schema:
        """Return that of a title, a document and a page or null."""
        return an_object(
            title=TEXT,
            document=reference("DocumentJson"),
            equivalent=nullable(reference("PageRef")),
        )

    class Meta:
        label = "Document"
        icon = "doc-full"
        group = groups.LINKS
        description = "Un fichier à télécharger : format, poids et accessibilité sont affichés."
        template = "blocks/document.html"
        value_class = DocumentValue

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """The first document of the site."""
            return {"document": preview.document()}
