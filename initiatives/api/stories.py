"""Stories of laureates as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field

from hub.content.api.context import ApiContext
from hub.content.api.reading import Need
from hub.content.api.registry import PageResource
from hub.content.api.schemas import PageJson, PageRef
from initiatives.api.history import PrizeJson, prize_json
from initiatives.api.links import needs_of_pages, refs_in_order, related_keys
from initiatives.models import LaureateStoryPage


class LaureateStoryJson(PageJson):
    """Histoire d’un lauréat ; les faits sont dans la fiche de son initiative."""

    initiative: Annotated[PageRef | None, Field(description="Fiche de l’initiative.")]
    prize: Annotated[
        PrizeJson | None, Field(description="Résultat au prix, si la fiche est visible.")
    ]
    quote: Annotated[str, Field(description="Les mots de l’équipe, sans guillemets.")]
    quote_author: Annotated[str, Field(description="Qui parle.")]
    video: Annotated[PageRef | None, Field(description="Témoignage en vidéo.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]


def read_stories(pages: Any, ctx: ApiContext) -> Iterable[LaureateStoryPage]:
    """Read stories with the result that they tell."""
    found: Iterable[LaureateStoryPage] = pages.select_related("prize_result")
    return found


def needs_of_story(page: LaureateStoryPage) -> Iterator[Need]:
    """Yield the pages that it leads to."""
    return needs_of_pages([_fiche(page), page.video_id, *related_keys(page)])


def write_story(page: LaureateStoryPage, ctx: ApiContext) -> dict[str, object]:
    """Return what a story has beyond what every page has."""
    shown = ctx.refs([_fiche(page), page.video_id])
    initiative = shown.get(_fiche(page) or 0)
    result = page.prize_result
    return {
        "initiative": initiative,
        "prize": prize_json(result) if result and initiative else None,
        "quote": page.quote,
        "quote_author": page.quote_author,
        "video": shown.get(page.video_id or 0),
        "related": refs_in_order(related_keys(page), ctx),
    }


def _fiche(page: LaureateStoryPage) -> int | None:
    return page.prize_result.initiative_id if page.prize_result else None


STORY = PageResource(
    name="laureat",
    model="initiatives.LaureateStoryPage",
    schema=LaureateStoryJson,
    write=write_story,
    read=read_stories,
    needs=needs_of_story,
    collection="laureats",
)
