"""The region on the home page, département by département."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from hub.content.models.page import kept_with_page
from hub.territory.gazetteer import get_gazetteer
from initiatives.models import InitiativePage
from initiatives.territories.territory import territory_address

# Two rows from west to east, as the départements lie: the drawing is a plan of the region.
PLAN = ("89", "21", "70", "90", "58", "71", "39", "25")


@dataclass(frozen=True)
class DepartementCount:
    """A département, the fiches that lie in it, and the address of its page."""

    name: str
    count: int
    address: str

    @property
    def noun(self) -> str:
        """« initiative » after 0 or 1, as French grammar asks, else « initiatives »."""
        return "initiative" if self.count < 2 else "initiatives"


def departement_counts() -> list[DepartementCount]:
    """Return the eight départements in the order of the plan, in one query."""
    fiches = InitiativePage.objects.visible().order_by("departement")
    counts = dict(fiches.values_list("departement").annotate(number=Count("pk")))
    known = {row.code: row.label for row in get_gazetteer().departements}
    return [
        DepartementCount(name, counts.get(code, 0), territory_address(code))
        for code in PLAN
        if (name := known.get(code))
    ]


class RegionBlock(StructBlock):
    """The région as a plan of its eight départements, each leading to its fiches."""

    title = CharBlock(label="Titre", max_length=120)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the départements with their counts."""
        context = super().get_context(value, parent_context=parent_context)
        return {
            **context,
            "departements": kept_with_page(context, "departements", departement_counts),
        }

    class Meta:
        label = "Région"
        icon = "site"
        group = groups.HOME
        description = "Les huit départements et leurs initiatives, comptées automatiquement."
        template = "blocks/region.html"
        preview_value = {"title": "Près de chez vous"}
