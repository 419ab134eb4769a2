"""Pages chosen by hand, shown as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail import blocks

from hub.content.blocks import groups, preview
from hub.content.blocks.cards import cards
from hub.content.blocks.page_chooser import PageChooserBlock, visible
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class SelectionBlock(StructBlock):
    """Chosen pages in the chosen order; those that the public may not see are left out."""

    title = CharBlock(label="Titre", required=False, max_length=120)
    pages = blocks.ListBlock(PageChooserBlock(label="Page"), label="Pages", max_num=24)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the cards."""
        context = super().get_context(value, parent_context=parent_context)
        shown = [page for page in map(visible, value["pages"]) if page is not None]
        return {**context, "cards": cards(shown)}

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return the title and the pages that the public may see; None without any."""
        return fields if fields["pages"] else None

    class Meta:
        label = "Sélection de pages"
        icon = "folder-open-inverse"
        group = groups.LINKS
        description = "Des pages du site choisies une à une, montrées en cartes."
        template = "blocks/selection.html"
        api_template = "api/blocks/pages.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """The first pages of the site."""
            return {"title": "À découvrir", "pages": preview.pages(3)}
