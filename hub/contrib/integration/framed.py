"""What the frame of a page says of it: what its card says, and what is told of an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.images.models import AbstractImage

from hub.content.covers import cover_address
from hub.content.models import BasePage
from hub.content.text import month_label
from initiatives.models import InitiativePage
from search.page.cards import ResultCard

MOST_FACTS = 3
WAYS = {
    "initiatives": "Lire la fiche",
    "laureat": "Lire cette histoire",
    "evenement": "Voir l’événement",
    "serie": "Voir les événements",
    "compte-rendu": "Lire le compte rendu",
    "video": "Regarder la vidéo",
    "publication": "Voir la publication",
}


@dataclass(frozen=True)
class FramedPage:
    """The texts and the picture; each may be empty but the title and the way to the page."""

    title: str
    way: str
    eyebrow: str
    award: str
    note: str
    quote: str
    summary: str
    facts: tuple[str, ...]
    freshness: str
    picture: AbstractImage | None
    credit: str
    cover: str


def framed_page(page: BasePage, kind: str) -> FramedPage:
    """Return what is said of a page read with `for_cards()`."""
    words = page.share_words()
    picture: AbstractImage | None = getattr(page, "picture", None)
    fiche = page if isinstance(page, InitiativePage) else None
    return FramedPage(
        title=page.title,
        way=WAYS.get(kind, "Voir la page"),
        eyebrow=words.eyebrow or str(page._meta.verbose_name).capitalize(),
        award=words.award,
        note=words.note,
        quote=fiche.quoted_title if fiche else "",
        summary=getattr(page, "summary", "") or page.meta_description,
        facts=tuple(term.name for term in fiche.themes[:MOST_FACTS]) if fiche else (),
        freshness=_freshness(fiche) if fiche else "",
        picture=picture,
        credit=getattr(picture, "credit", ""),
        cover=cover_address(page.slug),
    )


def place_of(card: ResultCard) -> str:
    """Return where an initiative of a list is, how far where a circle was asked, and if it is real.

    Empty where nobody said.
    """
    note = "exemple fictif" if card.page.is_fictitious else ""
    return " · ".join(filter(None, (card.page.place_label, card.distance, note)))


def _freshness(fiche: InitiativePage) -> str:
    if fiche.last_verified:
        return f"Fiche vérifiée en {month_label(fiche.last_verified)}"
    return f"Recensée en {fiche.year}" if fiche.year else ""
