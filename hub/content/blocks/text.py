"""The current text of a page."""

from typing import Any

from hub.content.blocks import groups
from hub.content.blocks.rich_text import PROSE, RichTextBlock


class ProseBlock(RichTextBlock):
    """Paragraphs, lists and headings 2 to 4."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": list(PROSE), **kwargs})

    class Meta:
        label = "Texte"
        icon = "pilcrow"
        group = groups.TEXT
        description = "Paragraphes, listes et intertitres de niveaux 2 à 4."
        template = "blocks/text.html"
        preview_value = (
            "<p>L’équipe a repris elle-même l’organisation du travail, <b>avec les salariés</b> et "
            "pour eux.</p><ul><li>Un planning discuté chaque mois.</li>"
            "<li>Deux demi-journées d’échange par trimestre.</li></ul>"
        )
