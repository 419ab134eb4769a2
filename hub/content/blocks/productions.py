"""What a working session produced."""

from wagtail import blocks

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.rich_text import PASSAGE, RichTextBlock
from hub.content.blocks.struct import StructBlock


class ProductionBlock(StructBlock):
    """One production and the question that it answers."""

    title = CharBlock(label="Titre", max_length=160)
    question = CharBlock(
        label="Question",
        required=False,
        max_length=250,
        help_text="La question à laquelle cette production répond.",
    )
    description = RichTextBlock(label="Description", required=False, features=list(PASSAGE))

    class Meta:
        label = "Production"
        icon = "tasks"


class ProductionsBlock(StructBlock):
    """The productions of a workshop or of a seminar."""

    title = CharBlock(label="Titre", required=False, max_length=120)
    productions = blocks.ListBlock(ProductionBlock(), label="Productions")

    class Meta:
        label = "Productions"
        icon = "tasks"
        group = groups.DATA
        description = "Ce qu’un atelier a produit, et la question à laquelle chaque chose répond."
        template = "blocks/productions.html"
        preview_value = {
            "title": "Ce que les ateliers ont produit",
            "productions": [
                {
                    "title": "Un jeu de cartes",
                    "question": "Comment parler du travail sans parler des personnes ?",
                    "description": "<p>Trente situations à discuter en équipe.</p>",
                }
            ],
        }
