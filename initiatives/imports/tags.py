"""Free tags: several in a cell, found whatever their case, made when new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from taggit.models import Tag

from initiatives.imports import cells, lists
from initiatives.models import InitiativePage, InitiativeTag

if TYPE_CHECKING:
    from initiatives.imports.column import Context, Values
    from initiatives.imports.terms import Terms


class TagBook:
    """The tags, read once; a new one waits in memory until the page that needs it is stored."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._tags = {tag.name.casefold(): tag for tag in tags}

    @classmethod
    def load(cls) -> TagBook:
        """Read all tags from the database."""
        return cls(Tag.objects.order_by("-pk"))

    def called(self, name: str) -> Tag:
        """Return the tag of this name."""
        return self._tags.setdefault(name.casefold(), Tag(name=name))

    def store(self, page: InitiativePage) -> None:
        """Write the new tags of a page, in the transaction of the page."""
        for item in page.tagged_items.all():
            if item.tag.pk is None:
                # A copy is saved: the original stays new if the transaction is rolled back.
                saved = Tag(name=item.tag.name)
                saved.save()
                item.tag = saved

    def keep(self, page: InitiativePage) -> None:
        """Remember the tags of a page that has been stored."""
        for item in page.tagged_items.all():
            if item.tag.pk is not None:
                self._tags[item.tag.name.casefold()] = item.tag


def read(cell: str, terms: Terms) -> tuple[str, ...]:
    """Read tags, each once whatever its case."""
    limit = Tag._meta.get_field("name").max_length
    names = [cells.check_length(cells.one_line(name), limit) for name in lists.split(cell)]
    return tuple({name.casefold(): name for name in reversed(names)}.values())


def write(page: InitiativePage) -> str:
    """Write the tags in alphabetical order."""
    names = {item.tag.name for item in page.tagged_items.all()}
    return lists.join(sorted(names, key=lambda name: (name.casefold(), name)))


def apply(page: InitiativePage, values: Values, context: Context) -> None:
    """Give the page these tags."""
    current = {item.tag.name.casefold(): item for item in page.tagged_items.all()}
    wanted = {name.casefold(): name for name in values["etiquettes"]}
    if current.keys() != wanted.keys():
        items = [
            current.get(key) or InitiativeTag(tag=context.tags.called(name))
            for key, name in wanted.items()
        ]
        page.tagged_items.set(items)
