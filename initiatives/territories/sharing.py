"""The card of a shared link to a territory, or to the région."""

from __future__ import annotations

from django.http import HttpRequest

from hub.content.covers import seed_for
from hub.content.social.brand import Brand
from hub.content.social.card import Card
from hub.content.social.words import ShareWords
from hub.content.surroundings import surroundings
from hub.territory.social import MapGround
from initiatives.territories.wording import REGION

WHOLE = "region"  # what stands for the région in the address of its card


def region_card(request: HttpRequest, title: str, view: tuple[str, ...]) -> Card | None:
    """Return a card with the map of the région, served by a view; None where there is no site."""
    return map_card(request, title, REGION, code="", view=view)


def map_card(
    request: HttpRequest, title: str, eyebrow: str, *, code: str, view: tuple[str, ...]
) -> Card | None:
    """Return a card with the map of a territory; None where there is no site at this host."""
    around = surroundings(request)
    if around.site is None:
        return None
    return Card(
        title=title,
        brand=Brand.of(around.identity, around.theme),
        seed=seed_for(code or WHOLE),
        words=ShareWords(eyebrow=eyebrow),
        owner="-".join(view),
        ground=MapGround(code),
        view=view,
    )
