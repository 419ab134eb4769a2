"""What goes with a page that is deleted, in words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from hub.content.text import NBSP
from hub.editing.trash.node import outside

# Applications add theirs under this hook: from the page to `Consequence`s.
HOOK = "consequences_of_deletion"
NAMED = 10


@dataclass(frozen=True)
class Consequence:
    """A sentence, and the names of what it is about; `names` are read as far as they are shown."""

    sentence: str
    names: list[str]
    total: int

    @property
    def unnamed(self) -> int:
        """How many more there are than names."""
        return self.total - len(self.names)


def consequences_of(page: Page, along: Collection[int] = ()) -> list[Consequence]:
    """Return what deleting a page changes elsewhere, itself left aside.

    `along` are the keys of pages that are deleted with it: nothing changes for them.
    """
    found = [*_below(page), *_pointing_at(page, along)]
    for consequence in hooks.get_hooks(HOOK):
        found += consequence(page)
    return found


def name(thing: Any) -> str:
    """Return what a thing is and how it is called."""
    called = getattr(thing, "get_admin_display_title", thing.__str__)()
    return f"{capfirst(type(thing)._meta.verbose_name)}{NBSP}: {called}"


def _below(page: Page) -> Iterator[Consequence]:
    below = page.get_descendants().order_by("path")
    total = below.count()
    if total:
        names = [name(one) for one in below[:NAMED].specific(defer=True)]
        sentence = "La page qui se trouve dessous est supprimée avec elle"
        many = f"Les {total} pages qui se trouvent dessous sont supprimées avec elle"
        yield Consequence(sentence if total == 1 else many, names, total)


def _pointing_at(page: Page, along: Collection[int]) -> Iterator[Consequence]:
    keys = list(page.get_descendants(inclusive=True).values_list("pk", flat=True))
    references = ReferenceIndex.objects.filter(
        to_content_type=get_default_page_content_type(), to_object_id__in=[str(key) for key in keys]
    )
    sources = [source for source, _ in references.group_by_source_object()]
    names = [name(one) for one in _standing(sources, {*keys, *along})]
    if names:
        sentence = "Ce qui s’y rattache ou y renvoie ne la montrera plus"
        yield Consequence(sentence, names[:NAMED], len(names))


def _standing(sources: list[Any], going: set[int]) -> Iterator[Any]:
    """Leave out the pages that go as well, and those that are gone already."""
    keys = {source.pk for source in sources if isinstance(source, Page)} - going
    # What the index knows of a page is not of which type it is.
    pages = outside(Page.objects.filter(pk__in=keys)).specific(defer=True).in_bulk()
    for source in sources:
        if not isinstance(source, Page):
            yield source
        elif source.pk in pages:
            yield pages[source.pk]
