"""The blocks that may stand inside a section or a column. No container: nesting ends here."""

from hub.content.blocks.accordion import AccordionBlock
from hub.content.blocks.call_to_action import CallToActionBlock
from hub.content.blocks.document import DocumentBlock
from hub.content.blocks.image import FigureBlock
from hub.content.blocks.key_figure import KeyFigureBlock
from hub.content.blocks.key_figures import KeyFiguresBlock
from hub.content.blocks.quote import QuoteBlock
from hub.content.blocks.rich_text import SECTION_PROSE
from hub.content.blocks.selection import SelectionBlock
from hub.content.blocks.stream import StreamBlock
from hub.content.blocks.text import ProseBlock
from hub.plugins import Composition


class SimpleBlocks(StreamBlock):
    """What a column may hold."""

    composition = Composition.PAGE

    text = ProseBlock()
    quote = QuoteBlock()
    accordion = AccordionBlock()
    image = FigureBlock()
    key_figure = KeyFigureBlock()
    key_figures = KeyFiguresBlock()
    call_to_action = CallToActionBlock()
    document = DocumentBlock()
    selection = SelectionBlock()

    class Meta:
        label = "Contenu"


class SectionBlocks(SimpleBlocks):
    """What a section may hold: its title is a heading 2, so its texts begin at heading 3."""

    text = ProseBlock(features=list(SECTION_PROSE))
