"""The partners on the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail import blocks

from hub.content.blocks import groups, preview
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from initiatives.blocks import OrganisationChooserBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class PartnersBlock(StructBlock):
    """The logos of partners, each leading to the page of the organisation."""

    title = CharBlock(label="Titre", max_length=120)
    organisations = blocks.ListBlock(
        OrganisationChooserBlock(label="Organisation"), label="Organisations"
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the organisations that still exist."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "organisations": list(filter(None, value["organisations"]))}

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return the title and the organisations that still exist; None without any."""
        return fields if fields["organisations"] else None

    class Meta:
        label = "Partenaires"
        icon = "group"
        group = groups.HOME
        description = "Les logos des partenaires choisis."
        template = "blocks/partners.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """The first organisation of the site."""
            return {
                "title": "Nos partenaires",
                "organisations": [preview.first("initiatives.Organisation")],
            }
