"""What the style guide shows of the home page and of the themes."""

from collections.abc import Mapping

from home.blocks import HomeBlocks
from home.models import ThemePage
from hub.content.styleguide.samples import (
    LONG_SUMMARY,
    LONG_TITLE,
    SHORT_SUMMARY,
    page,
    picture,
)
from hub.content.styleguide.specimen import Context, Specimen

STATE = {"level": 3, "title": "", "excerpt": ""}


def theme_card() -> Mapping[str, Context]:
    """Usual and longest."""
    usual = page(ThemePage, "Semaine de quatre jours", summary=SHORT_SUMMARY)
    long = page(ThemePage, LONG_TITLE, summary=LONG_SUMMARY, picture=picture())
    return {
        "Courante, paysage dessiné": {"theme": usual, **STATE},
        "La plus longue": {"theme": long, **STATE},
    }


SPECIMENS = (Specimen("theme_card", theme_card, classes="specimen__card"),)
STREAMS = (HomeBlocks,)
