"""A table that a screen reader can walk through."""

from django.core.exceptions import ValidationError
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.rich_text import PASSAGE, RichTextBlock

ROW_HEADER = "row_header"


class TableBlock(TypedTableBlock):
    """A data table: a caption, a heading for every column, row headings where there are any.

    RGAA 4.1.2, criteria 5.4 to 5.7: a data table has a title, and its headers are declared.
    """

    row_header = CharBlock(label="En-tête de ligne", required=False, icon="title")
    text = TextBlock(label="Texte", required=False, rows=1, icon="pilcrow")
    rich_text = RichTextBlock(label="Texte mis en forme", required=False, features=list(PASSAGE))

    def clean(self, table: TypedTable) -> TypedTable:
        """Return the table; raises ValidationError where a published one lacks its headers."""
        cleaned = super().clean(table)
        if self.is_deferred_validation:
            return cleaned
        errors = [ValidationError(message) for message in _lacking(table)]
        if errors:
            raise TypedTableBlockValidationError(non_block_errors=errors)
        return cleaned

    class Meta:
        label = "Tableau"
        icon = "table"
        group = groups.DATA
        description = "Un tableau de données avec son titre et ses en-têtes."
        template = "blocks/table.html"
        preview_value = {
            "caption": "Heures travaillées par semaine",
            "columns": [
                {"type": ROW_HEADER, "heading": "Service"},
                {"type": "text", "heading": "Avant"},
                {"type": "text", "heading": "Après"},
            ],
            "rows": [
                {"values": ["Cuisine", "35 h", "32 h"]},
                {"values": ["Livraison", "37 h", "35 h"]},
            ],
        }


def _lacking(table: TypedTable) -> list[str]:
    """Say what a table needs before it is published."""
    messages = []
    if not table.caption.strip():
        messages.append("Donnez un titre au tableau : il dit à tous ce que l’on y lit.")
    if not table.columns or not table.row_data:
        messages.append("Ajoutez au moins une colonne et une ligne.")
    elif not all(column["heading"].strip() for column in table.columns):
        messages.append("Donnez un en-tête à chaque colonne.")
    return messages
