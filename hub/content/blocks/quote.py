"""Somebody's words, with who said them and where."""

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.struct import StructBlock
from hub.content.blocks.web_address import WebAddressBlock


class QuoteBlock(StructBlock):
    """A quotation and its source."""

    text = TextBlock(
        label="Citation",
        rows=3,
        max_length=800,
        help_text="Les paroles seules : les guillemets sont ajoutés.",
    )
    author = CharBlock(label="Auteur", required=False, max_length=120)
    function = CharBlock(
        label="Fonction",
        required=False,
        max_length=160,
        help_text="Par exemple : directrice, salarié en insertion.",
    )
    source_name = CharBlock(
        label="Source",
        required=False,
        max_length=200,
        help_text="Le livre, l’article ou la rencontre d’où viennent ces paroles.",
    )
    source_url = WebAddressBlock(label="Adresse de la source", required=False)

    class Meta:
        label = "Citation"
        icon = "openquote"
        group = groups.TEXT
        description = "Des paroles, avec leur auteur et leur source."
        template = "blocks/quote.html"
        preview_value = {
            "text": "On a arrêté de décider à leur place. C’est tout, et c’est énorme.",
            "author": "Une cheffe d’équipe",
            "function": "atelier de menuiserie",
            "source_name": "Rencontre régionale de l’innovation sociale",
        }
