"""Questions that open on their answer."""

from wagtail import blocks

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.rich_text import PASSAGE, RichTextBlock
from hub.content.blocks.struct import StructBlock


class AccordionItemBlock(StructBlock):
    """One question and its answer."""

    title = CharBlock(label="Titre", max_length=160)
    text = RichTextBlock(label="Texte", features=list(PASSAGE))

    class Meta:
        label = "Volet"
        icon = "list-ul"


class AccordionBlock(StructBlock):
    """A list of folded texts; the browser folds them, no script is needed."""

    title = CharBlock(label="Titre", required=False, max_length=120)
    items = blocks.ListBlock(AccordionItemBlock(), label="Volets")

    class Meta:
        label = "Accordéon"
        icon = "list-ul"
        group = groups.TEXT
        description = "Des textes repliés sous leur titre : questions fréquentes, détails."
        template = "blocks/accordion.html"
        preview_value = {
            "title": "Questions fréquentes",
            "items": [
                {"title": "Qui peut proposer une initiative ?", "text": "<p>Tout le monde.</p>"},
                {"title": "Est-ce payant ?", "text": "<p>Non, jamais.</p>"},
            ],
        }
