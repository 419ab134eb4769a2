"""The partners on the home page."""

from typing import Any

from wagtail import blocks

from hub.content.blocks import groups, preview
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from initiatives.blocks import OrganisationChooserBlock


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

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the title and the organisations that still exist."""
        form: dict[str, Any] = super().get_api_representation(value, context=context)
        return {**form, "organisations": list(filter(None, form["organisations"]))}

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
