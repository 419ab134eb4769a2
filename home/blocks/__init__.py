"""What the home page may hold, and the blocks that stand only there."""

from home.blocks.hero import HeroSearchBlock
from home.blocks.listings import (
    LatestInitiativesBlock,
    LatestLaureatesBlock,
    NextEventsBlock,
    ThemesBlock,
)
from home.blocks.page import PageBlocks
from home.blocks.partners import PartnersBlock
from home.blocks.region import RegionBlock

__all__ = [
    "HeroSearchBlock",
    "HomeBlocks",
    "LatestInitiativesBlock",
    "LatestLaureatesBlock",
    "NextEventsBlock",
    "PageBlocks",
    "PartnersBlock",
    "RegionBlock",
    "ThemesBlock",
]


class HomeBlocks(PageBlocks):
    """What the home page may hold."""

    hero_search = HeroSearchBlock()
    latest_laureates = LatestLaureatesBlock()
    latest_initiatives = LatestInitiativesBlock()
    next_events = NextEventsBlock()
    region = RegionBlock()
    themes = ThemesBlock()
    partners = PartnersBlock()

    class Meta:
        label = "Contenu"
