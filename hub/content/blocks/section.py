"""A titled part of a page, on a background."""

from typing import Any

from wagtail import blocks

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.simple import SectionBlocks
from hub.content.blocks.struct import StructBlock

BACKGROUNDS = [("none", "Sans fond"), ("soft", "Fond clair"), ("strong", "Fond soutenu")]


class SectionBlock(StructBlock):
    """A title and what stands under it, one heading level lower."""

    title = CharBlock(label="Titre", max_length=120)
    background = blocks.ChoiceBlock(label="Fond", choices=BACKGROUNDS, default="none")
    content = SectionBlocks(label="Contenu")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the heading level of the blocks inside."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "inner_level": context["heading_level"] + 1}

    class Meta:
        label = "Section"
        icon = "minus"
        group = groups.LAYOUT
        description = "Une partie titrée de la page, avec un fond au choix."
        template = "blocks/section.html"
        preview_value = {
            "title": "Ce que l’équipe a changé",
            "background": "soft",
            "content": [
                ("text", "<p>Trois réunions ont suffi pour tout remettre à plat.</p>"),
                ("key_figure", {"value": "32", "unit": "h", "label": "de travail par semaine"}),
            ],
        }
