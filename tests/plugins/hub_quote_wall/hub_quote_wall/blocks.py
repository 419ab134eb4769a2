"""A quotation in the text of a page."""

from hub.content.blocks import groups
from hub.content.blocks.image_chooser import PictureChooserBlock
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.struct import StructBlock


class QuoteBlock(StructBlock):
    """Words, who said them, and a picture."""

    words = TextBlock(
        label="Paroles",
        max_length=500,
        help_text="Sans guillemets : ils sont ajoutés.",
    )
    author = CharBlock(label="Auteur", required=False, max_length=120)
    picture = PictureChooserBlock(label="Portrait", required=False)

    class Meta:
        label = "Citation illustrée"
        icon = "openquote"
        group = groups.TEXT
        description = "Des paroles, avec le portrait de qui les a dites."
        template = "hub_quote_wall/quote_block.html"
        preview_value = {"words": "On a essayé, et on a gardé.", "author": "Un menuisier"}
