"""The region on the home page, département by département."""

from typing import Any

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from hub.content.models.page import kept_with_page
from hub.territory.region_map import RegionMap, region_map
from initiatives.models import InitiativePage
from initiatives.territories.figures import numbers_by
from initiatives.territories.territory import territory_address


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

    class Meta:
        label = "Région"
        icon = "site"
        group = groups.HOME
        description = "La carte des huit départements et leurs initiatives, comptées seules."
        template = "blocks/region.html"
        preview_value = {"title": "Près de chez vous"}
