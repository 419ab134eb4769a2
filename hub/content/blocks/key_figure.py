"""One figure, what it counts, when, and who says so."""

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock


class KeyFigureBlock(StructBlock):
    """A figure that can be checked."""

    value = CharBlock(
        label="Valeur", max_length=20, help_text="Le nombre seul, par exemple : 2 882 ou 3,5."
    )
    unit = CharBlock(
        label="Unité", required=False, max_length=20, help_text="Par exemple : %, h, salariés."
    )
    label = CharBlock(label="Ce qui est compté", max_length=120)
    date = CharBlock(
        label="Date ou période", required=False, max_length=40, help_text="Par exemple : 2023."
    )
    source = CharBlock(label="Source", required=False, max_length=160)

    class Meta:
        label = "Chiffre clé"
        icon = "decimal"
        group = groups.DATA
        description = "Un chiffre, ce qu’il compte, sa date et sa source."
        template = "blocks/key_figure.html"
        preview_value = {
            "value": "163",
            "unit": "",
            "label": "initiatives recensées",
            "date": "2023",
            "source": "bilan du programme",
        }
