"""Two contents side by side."""

from hub.content.blocks import groups
from hub.content.blocks.simple import SimpleBlocks
from hub.content.blocks.struct import StructBlock


class TwoColumnsBlock(StructBlock):
    """Two columns; on a narrow screen the left one comes first."""

    left = SimpleBlocks(label="Colonne de gauche")
    right = SimpleBlocks(label="Colonne de droite")

    class Meta:
        label = "Deux colonnes"
        icon = "grip"
        group = groups.LAYOUT
        description = "Deux contenus côte à côte, l’un sous l’autre sur petit écran."
        template = "blocks/two_columns.html"
        preview_value = {
            "left": [("text", "<p>Avant : chacun son poste, chacun ses horaires.</p>")],
            "right": [("text", "<p>Après : une équipe, un planning discuté.</p>")],
        }
