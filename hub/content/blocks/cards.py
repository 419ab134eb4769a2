"""Pages shown as cards."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.content.blocks.image_chooser import read_pictures


@dataclass(frozen=True)
class Card:
    """What `templates/blocks/_cards.html` shows of a page."""

    title: str
    url: str
    kind: str
    summary: str
    picture: AbstractImage | None
    seed: str


def cards(pages: Iterable[Page]) -> list[Card]:
    """Return the cards of pages given under their own types, pictures read in two queries."""
    shown = list(pages)
    read_pictures(shown)
    return [
        Card(
            title=page.title,
            url=page.url or "",
            kind=str(page._meta.verbose_name),
            summary=getattr(page, "meta_description", ""),
            picture=getattr(page, "picture", None),
            seed=page.slug,
        )
        for page in shown
    ]
