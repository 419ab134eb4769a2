"""The composition of an ordinary page: every block that knows no content type."""

from hub.content.blocks.gallery import GalleryBlock
from hub.content.blocks.lead import LeadBlock
from hub.content.blocks.productions import ProductionsBlock
from hub.content.blocks.programme import ProgrammeBlock
from hub.content.blocks.section import SectionBlock
from hub.content.blocks.simple import SimpleBlocks
from hub.content.blocks.table import TableBlock
from hub.content.blocks.two_columns import TwoColumnsBlock

__all__ = ["BodyBlocks"]


class BodyBlocks(SimpleBlocks):
    """What a page may hold."""

    lead = LeadBlock()
    gallery = GalleryBlock()
    table = TableBlock()
    programme = ProgrammeBlock()
    productions = ProductionsBlock()
    section = SectionBlock()
    two_columns = TwoColumnsBlock()

    class Meta:
        label = "Contenu"
