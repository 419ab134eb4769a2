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
    detail: str
    picture: AbstractImage | None
    seed: str


def cards(pages: Iterable[Page], detail: str = "") -> list[Card]:
    """Return the cards of pages given under their own types, pictures read in two queries.

    `detail` names the attribute printed beside the kind, such as the date of an event.
    """
    shown = list(pages)
    read_pictures(shown)
    return [
        Card(
            title=page.title,
            url=page.url or "",
            kind=str(page._meta.verbose_name),
            summary=getattr(page, "meta_description", ""),
            detail=str(getattr(page, detail, "") or "") if detail else "",
            picture=getattr(page, "picture", None),
            seed=page.slug,
        )
        for page in shown
    ]
