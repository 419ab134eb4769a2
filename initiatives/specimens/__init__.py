"""What the style guide shows of the components and blocks of the domain."""

from initiatives.blocks import FicheBlocks, PublicationBlocks, ReportBlocks, StoryBlocks
from initiatives.specimens.about import SPECIMENS as ABOUT
from initiatives.specimens.cards import SPECIMENS as CARDS
from initiatives.specimens.lists import SPECIMENS as LISTS

SPECIMENS = (*ABOUT, *CARDS, *LISTS)
STREAMS = (FicheBlocks, StoryBlocks, ReportBlocks, PublicationBlocks)
