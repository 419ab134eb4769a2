"""The opening of the home page: what the site is, and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from wagtail import blocks

from hub.content.addresses import public_url
from hub.content.api.json_schema import ADDRESS, Schema, with_properties
from hub.content.blocks import groups
from hub.content.blocks.page_chooser import PageChooserBlock, visible
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.struct import FIRST_HEADING_LEVEL, StructBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class HeroSearchBlock(StructBlock):
    """What the site is, and the search box. The search is a plain GET form.

    Where it opens a page (`opens_with_the_search`), its title is the heading 1 of that page.
    """

    eyebrow = CharBlock(
        label="Surtitre", required=False, max_length=60, help_text="Par exemple : la région."
    )
    title = CharBlock(label="Titre", max_length=120)
    mark = CharBlock(
        label="Mots à souligner",
        required=False,
        max_length=60,
        help_text="Des mots du titre, tels quels : « 163 façons ».",
    )
    intro = TextBlock(label="Introduction", required=False, rows=2, max_length=300)
    shortcuts = blocks.ListBlock(
        PageChooserBlock(label="Page"),
        label="Raccourcis",
        required=False,
        max_num=6,
        help_text="Des pages proposées sous la recherche : thèmes, lauréats…",
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the visible shortcuts; the block that opens the page has its heading 1."""
        context = super().get_context(value, parent_context=parent_context)
        page: Any = context.get("page")
        opens = getattr(page, "opens_with_the_search", False) and page.body[0].value is value
        shown = [one for one in map(visible, value["shortcuts"] or ()) if one is not None]
        level = 1 if opens else FIRST_HEADING_LEVEL
        return {**context, "shortcuts": shown, "heading_level": level}

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any]:
        """Return the texts, the shortcuts that the public may see, and where to search."""
        return {**fields, "search_url": public_url(reverse("search"), ctx.request)}

    def api_schema(self, fields: Schema) -> Schema:
        """Add the address of the search."""
        return with_properties(fields, search_url=ADDRESS)

    class Meta:
        label = "Recherche"
        icon = "search"
        group = groups.HOME
        description = "Le titre du site, une phrase et la recherche d’initiatives."
        template = "blocks/hero_search.html"
        preview_value = {
            "eyebrow": "Bourgogne-Franche-Comté",
            "title": "163 façons de travailler mieux, déjà essayées près d’ici",
            "mark": "163 façons",
            "intro": "Des équipes racontent ce qu’elles ont changé, pourquoi, et à quelles "
            "conditions.",
            "shortcuts": [],
        }
