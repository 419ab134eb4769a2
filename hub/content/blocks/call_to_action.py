"""An invitation to do something."""

from hub.content.blocks import groups
from hub.content.blocks.link import LinkBlock
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.struct import StructBlock


class CallToActionBlock(StructBlock):
    """A title, a sentence and one link."""

    title = CharBlock(label="Titre", max_length=120)
    text = TextBlock(label="Texte", required=False, rows=2, max_length=300)
    link = LinkBlock()

    class Meta:
        label = "Appel à l’action"
        icon = "pick"
        group = groups.LINKS
        description = "Une invitation : un titre, une phrase, un lien bien visible."
        template = "blocks/call_to_action.html"
        preview_value = {
            "title": "Vous connaissez une initiative ?",
            "text": "Racontez-la en quelques lignes, nous faisons le reste.",
            "link": {"label": "Signaler une initiative", "email": "contact@example.org"},
        }
