"""A row of key figures."""

from wagtail import blocks

from hub.content.blocks import groups
from hub.content.blocks.key_figure import KeyFigureBlock
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock


class KeyFiguresBlock(StructBlock):
    """Figures that are read together."""

    title = CharBlock(label="Titre", required=False, max_length=120)
    figures = blocks.ListBlock(KeyFigureBlock(), label="Chiffres", min_num=2, max_num=6)

    class Meta:
        label = "Chiffres clés"
        icon = "order"
        group = groups.DATA
        description = "De deux à six chiffres côte à côte."
        template = "blocks/key_figures.html"
        preview_value = {
            "title": "Le programme en chiffres",
            "figures": [
                {"value": "163", "label": "initiatives recensées", "date": "2023"},
                {"value": "53", "label": "lauréats et mentions", "date": "2023"},
                {"value": "8", "label": "départements"},
            ],
        }
