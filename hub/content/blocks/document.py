"""A file to download."""

from typing import Any

from wagtail import blocks
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from hub.content.blocks import groups, preview
from hub.content.blocks.document_chooser import DocumentChooserBlock, public_document
from hub.content.blocks.page_chooser import PageChooserBlock, visible
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock


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
        """The page with the same content, None where the public may not see it."""
        return visible(self.get("html_equivalent"))


class DocumentBlock(StructBlock):
    """A document with its format, its weight and its accessibility.

    RGAA 4.1.2, criterion 13.3: a document is accessible, or a page gives its content.
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
        help_text="Une page du site qui donne le même contenu : à choisir quand le document "
        "n’est pas accessible.",
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
