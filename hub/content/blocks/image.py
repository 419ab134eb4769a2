"""One picture with its caption and credit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail import blocks

from hub.content.api.json_schema import TEXT, Schema, an_object, reference
from hub.content.blocks import groups, preview
from hub.content.blocks.image_chooser import AccessibleImageBlock, alternative_text
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class FigureValue(blocks.StructValue):
    """A picture and what is written under it."""

    @property
    def alt(self) -> str:
        """The alternative text given here, empty when the image is decorative."""
        return alternative_text(self.get("image"))

    @property
    def credit_line(self) -> str:
        """The credit given here, else that of the image itself."""
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class FigureBlock(StructBlock):
    """An image, its caption, its author and licence."""

    image = AccessibleImageBlock()
    caption = CharBlock(label="Légende", required=False, max_length=250)
    credit = CharBlock(
        label="Crédit",
        required=False,
        max_length=160,
        help_text="Auteur et licence. À défaut, le crédit de l’image.",
    )

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return the image under the credit that is shown, and the caption; None without it."""
        image = fields["image"]
        if image is None:
            return None
        credit = fields["credit"] or image["credit"]
        return {"image": {**image, "credit": credit}, "caption": fields["caption"]}

    def api_schema(self, fields: Schema) -> Schema:
        """Return that of an image and its caption."""
        return an_object(image=reference("ImageJson"), caption=TEXT)

    class Meta:
        label = "Image"
        icon = "image"
        group = groups.MEDIA
        description = "Une image avec sa légende et son crédit."
        template = "blocks/image.html"
        value_class = FigureValue

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """A figure with the first image of the site."""
            return {
                "image": preview.image("Trois salariés devant un atelier"),
                "caption": "L’atelier au premier jour de la nouvelle organisation.",
                "credit": "Aract, CC BY",
            }
