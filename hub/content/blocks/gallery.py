"""Several pictures together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail import blocks

from hub.content.blocks import groups, preview
from hub.content.blocks.image import FigureBlock
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


class GalleryBlock(StructBlock):
    """Pictures, each with its caption and credit."""

    title = CharBlock(label="Titre", required=False, max_length=120)
    images = blocks.ListBlock(FigureBlock(), label="Images", min_num=2, max_num=24)

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return the title and the images that the public may see; None without any."""
        return fields if fields["images"] else None

    class Meta:
        label = "Galerie"
        icon = "grid"
        group = groups.MEDIA
        description = "Plusieurs images, chacune avec sa légende."
        template = "blocks/gallery.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Two figures."""
            captions = ("Avant : un atelier cloisonné.", "Après : un espace commun.")
            return {
                "title": "Les lieux",
                "images": [
                    {"image": preview.image("Un atelier"), "caption": caption}
                    for caption in captions
                ],
            }
