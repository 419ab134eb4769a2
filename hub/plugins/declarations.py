"""What a plugin says that it brings. Declarations hold values and call nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.blocks import Block


class Composition(StrEnum):
    """A list of blocks that an editor chooses from."""

    PAGE = "page"  # pages, themes, publications, their sections and columns
    FICHE = "fiche"
    STORY = "story"
    REPORT = "report"


ANYWHERE = frozenset(Composition)


@dataclass(frozen=True)
class BlockSpec:
    """A block, its stored name and where an editor finds it.

    The name is that of the plugin, or begins with it and an underscore: two plugins never meet.
    """

    name: str
    block: Block
    within: frozenset[Composition] = ANYWHERE


class Place(StrEnum):
    """Where a section may stand. The templates of our pages hold each place once or more."""

    HOME_END = "home_end"
    PAGE_END = "page_end"  # ordinary pages and themes
    FICHE_TEXT = "fiche_text"  # under the text of a fiche
    FICHE_SIDE = "fiche_side"  # beside it
    STORY_END = "story_end"
    EVENT_END = "event_end"
    REPORT_END = "report_end"
    VIDEO_END = "video_end"
    PUBLICATION_END = "publication_end"


@dataclass(frozen=True)
class PageSection:
    """A part of a page that its editor does not write: a template, at a place.

    The name begins as that of a block does. The template reads `page` and what `context` returns
    for it; both are read once for a page and kept until the content or the day changes: they may
    depend on nothing else, and on no visitor.

    Raises ValueError for a place that does not exist.
    """

    name: str
    place: Place
    template: str
    context: Callable[[Any], Mapping[str, object]] | None = None

    def __post_init__(self) -> None:
        Place(self.place)


@dataclass(frozen=True)
class WorkList:
    """Things that wait for an editor, on the dashboard.

    `items` takes the user and returns, in order, only what this user may act upon. The list has
    a page of its own in the admin, under `slug`, where `empty` is said when nothing waits. That
    of a plugin begins as the name of a block does. `link` is where one acts upon an item, its
    page in the editor by default; `note` is said beside it.
    """

    slug: str
    title: str
    empty: str
    items: Callable[[Any], QuerySet[Any]]
    link: Callable[[Any], str] | None = None
    note: Callable[[Any], str] | None = None


@dataclass(frozen=True)
class DashboardPanel:
    """A title, why it matters, and what there is to do.

    With one list, the first items are shown; with several, how many each of them holds. Panels
    come by `order`; an urgent one stands out.
    """

    title: str
    why: str
    lists: tuple[WorkList, ...]
    order: int
    is_urgent: bool = False
