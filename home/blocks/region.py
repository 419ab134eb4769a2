"""The region on the home page, département by département."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.content.addresses import public_url
from hub.content.api.json_schema import (
    ADDRESS,
    TEXT,
    Schema,
    an_object,
    several,
    with_properties,
)
from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from hub.content.models.page import kept_with_page
from hub.territory.region_map import RegionMap, region_map
from initiatives.models import InitiativePage
from initiatives.territories.figures import numbers_by
from initiatives.territories.territory import territory_address

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext


def map_of_fiches() -> RegionMap:
    """Return the region with the number of fiches of each département, in one query."""
    counts = dict(numbers_by(InitiativePage.objects.visible(), "departement"))
    return region_map(counts, territory_address)


class RegionBlock(StructBlock):
    """The map of the region, each département leading to its fiches."""

    title = CharBlock(label="Titre", max_length=120)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the map with its counts."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "map": kept_with_page(context, "map_of_fiches", map_of_fiches)}

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any]:
        """Add the départements: code, name, address, number of fiches."""
        shown = ctx.kept("map_of_fiches", map_of_fiches)
        return {
            **fields,
            "departements": [
                {
                    "code": area.code,
                    "label": area.label,
                    "path": area.address,
                    "url": public_url(area.address, ctx.request),
                    "total": area.count,
                }
                for area in shown.areas
            ],
        }

    def api_schema(self, fields: Schema) -> Schema:
        """Add that of the départements."""
        area = an_object(code=TEXT, label=TEXT, path=TEXT, url=ADDRESS, total={"type": "integer"})
        return with_properties(fields, departements=several(area))

    class Meta:
        label = "Région"
        icon = "site"
        group = groups.HOME
        description = "La carte des huit départements et leurs initiatives, comptées seules."
        template = "blocks/region.html"
        preview_value = {"title": "Près de chez vous"}
