"""Pages shown as cards."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.content.blocks.image_chooser import PICTURE_SIZES


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
    pictures = _pictures(shown)
    return [
        Card(
            title=page.title,
            url=page.url or "",
            kind=str(page._meta.verbose_name),
            summary=getattr(page, "meta_description", ""),
            detail=str(getattr(page, detail, "") or "") if detail else "",
            picture=pictures.get(getattr(page, "picture_id", None)),
            seed=page.slug,
        )
        for page in shown
    ]


def _pictures(pages: list[Page]) -> dict[Any, AbstractImage]:
    """Read the pictures of the pages with the renditions that a card shows."""
    keys = {getattr(page, "picture_id", None) for page in pages} - {None}
    if not keys:
        return {}
    found: dict[Any, AbstractImage] = (
        get_image_model().objects.prefetch_renditions(*PICTURE_SIZES).in_bulk(keys)
    )
    return found
