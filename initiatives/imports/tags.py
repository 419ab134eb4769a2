"""Free tags: several in a cell, found whatever their case, made when new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from taggit.models import Tag

from initiatives.beside import tags_of
from initiatives.imports import cells, lists
from initiatives.models import InitiativePage, InitiativeTag

if TYPE_CHECKING:
    from initiatives.imports.column import Context, Values
    from initiatives.imports.terms import Terms


class TagBook:
    """The tags, read once; a new one waits in memory until the page that needs it is stored."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._tags = {tag.name.casefold(): tag for tag in tags}
        self._stored: dict[str, Tag] = {}

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
                key = item.tag.name.casefold()
                if key not in self._stored:
                    # A copy is saved: the tag in memory stays new if the row is rolled back.
                    self._stored[key] = Tag(name=item.tag.name)
                    self._stored[key].save()
                item.tag = self._stored[key]

    def keep(self) -> None:
        """Remember the tags that this row made."""
        self._tags |= self._stored
        self._stored.clear()

    def undo(self) -> None:
        """Forget the tags that this row made: its transaction was rolled back."""
        self._stored.clear()


def read(cell: str, terms: Terms) -> tuple[str, ...]:
    """Read tags, each once whatever its case."""
    limit = Tag._meta.get_field("name").max_length
    names = [cells.check_length(cells.one_line(name), limit) for name in lists.split(cell)]
    return tuple({name.casefold(): name for name in reversed(names)}.values())


def write(page: InitiativePage) -> str:
    """Write the tags in alphabetical order."""
    names = {tag.name for tag in tags_of(page)}
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
