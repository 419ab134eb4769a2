"""What ordinary pages and themes may hold."""

from hub.content.blocks.body import BodyBlocks
from search.blocks import SavedSearchBlock


class PageBlocks(BodyBlocks):
    """All that a page may hold, and the answers of a search."""

    saved_search = SavedSearchBlock()

    class Meta:
        label = "Contenu"
