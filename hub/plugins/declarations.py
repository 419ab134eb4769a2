"""What a plugin says that it brings. Declarations hold values and call nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from wagtail.blocks import Block

Read = TypeVar("Read")


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


class Recall(Protocol):
    """Returns what `read` gives, read once for this key until the content changes."""

    def __call__(self, key: str, read: Callable[[], Read]) -> Read:
        """Return the value of this key."""


@dataclass(frozen=True)
class Choice:
    """A value of a facet as a visitor reads it; `parent` is the value above it, if there is one."""

    value: str
    label: str
    parent: str = ""


class FacetWidget(StrEnum):
    """How a facet is shown."""

    CHECKBOXES = "checkboxes"
    SELECT = "select"  # for a long list of which one chooses one


@dataclass(frozen=True)
class Facet:
    """A way to narrow a search: a parameter of the address and a field of the documents.

    `choices` takes the values that documents hold and returns those that exist, labelled and in
    the order in which they are shown; a value that it leaves out is unknown. `bounds`, where it
    is given, makes a facet of ranges of the number that documents hold under this name: from the
    first bound, included, to the second, excluded, by value. A value whose choice has a parent
    goes with this parent in the documents. The name of a facet of a plugin begins as that of a
    block does.
    """

    name: str
    label: str
    choices: Callable[[Collection[str], Recall], Sequence[Choice]]
    widget: FacetWidget = FacetWidget.CHECKBOXES
    is_leading: bool = False  # above the results, even on a small screen
    is_folded: bool = False  # opened on demand, even on a large one
    bounds: Callable[[], Mapping[str, tuple[int | None, int | None]]] | None = None
    hint: str = ""


@dataclass(frozen=True)
class Described:
    """What a page gives to search: plain texts, values by facet, numbers by facet of ranges.

    `names` count as the title does; they are not shown. `texts` are in the order in which an
    excerpt is looked for. `point` is a latitude and a longitude, in degrees.
    """

    texts: Sequence[str]
    names: Sequence[str] = ()
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    day: datetime.date | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class DocumentSpec:
    """A page type that visitors search.

    `name` is the value of the facet « type ». `read` adds to a queryset of the model what
    `describe` needs, in a constant number of queries; `cards` what the template `card` needs. The
    template reads `page`, `level` (of its heading), `title` and `excerpt` (highlighted).
    `depends_on` says, by the label of a model, which pages (a queryset) change with one of its
    objects. The name of a plugin's begins as that of a block does.
    """

    name: str
    singular: str
    plural: str
    model: str
    describe: Callable[[Any], Described]
    card: str
    read: Callable[[Any], Any] = lambda pages: pages
    cards: Callable[[Any], Any] = lambda pages: pages
    depends_on: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)


class Selection(Protocol):
    """All the results of a search, whatever the page: what a representation is written from.

    `title` says which search, `address` is its page, absolute; `site_name` and `publisher` say
    whose it is. `total` is how many results were found, of which the first ones alone may be given.
    `flags` are those of the representation that are asked for. `number` is which part of the
    results is given, where the representation gives them by parts, and `has_next` whether another
    follows. `request` is for what makes addresses.
    """

    request: HttpRequest
    title: str
    address: str
    total: int
    flags: frozenset[str]
    number: int
    has_next: bool

    @property
    def site_name(self) -> str:
        """The name of the site."""

    @property
    def publisher(self) -> str:
        """Who publishes it."""

    @property
    def is_complete(self) -> bool:
        """Whether no result is left out."""

    def pages(self, read: Callable[[Any], Any]) -> Iterator[Any]:
        """Yield the pages that the public may see, in the order of the results.

        They are read by batches; `read` adds to a queryset of one type what the writer needs, or
        returns its pages.
        """

    def address_of(self, page: Any) -> str:
        """Return the absolute address of a page."""

    def address_as(self, suffix: str, number: int = 1) -> str:
        """Return the absolute address of the same results in another form, or of another part."""


@dataclass(frozen=True)
class Representation:
    """Another form of the results of a search, at the address of the list with a suffix.

    `suffix` (`geojson`, `schema.json`) is the end of the address, in letters and digits, and one
    point at most; no two plugins have the same. `write` yields the body, in parts. `kinds` are the
    types of content that it can write, all of them where it is empty: results of other types are
    left out, and lists of nothing else do not offer it. `flags` are parameters that ask for a
    variant, by the value 1. With `newest`, so many results are given at a time, the last published
    first whatever the order of the list; the parameter `page` asks for those that follow. `of_page`
    tells which pages have this form at their own addresses: a page alone, or what it gathers (the
    stages of a series).

    Raises ValueError for another suffix.
    """

    suffix: str
    media_type: str
    label: str
    write: Callable[[Selection], Iterable[bytes]]
    kinds: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    newest: int = 0
    of_page: Callable[[Any], bool] | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9]{1,20}(?:\.[a-z0-9]{1,20})?", self.suffix):
            raise ValueError(f"A suffix is made of letters and digits: {self.suffix!r}.")


@dataclass(frozen=True)
class HeadLink:
    """Another form of the pages of the tree, declared in their heads: `<link rel="alternate">`.

    The name begins as that of a block does. `address` takes the request, the page and its canonical
    address, with what narrows it where it is a list; it returns an absolute address, or an empty
    text for a page that has no such form.
    """

    name: str
    media_type: str
    address: Callable[[HttpRequest, Any, str], str]


@dataclass(frozen=True)
class ShownList:
    """A list as its visitor sees it: its path, its canonical parameters, the types it stands for.

    The parameters are those of its first page.
    """

    request: HttpRequest
    path: str
    parameters: str
    kinds: frozenset[str]


@dataclass(frozen=True)
class ListSection:
    """A part of the lists of results, under them: a template.

    The name begins as that of a block does. The section stands under lists of nothing else than
    `kinds`. The template reads what `context` returns for the list that is shown.
    """

    name: str
    template: str
    kinds: frozenset[str]
    context: Callable[[ShownList], Mapping[str, object]]
