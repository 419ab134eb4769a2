"""What a column is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from initiatives.imports.directory import Directory
from initiatives.imports.tags import TagBook
from initiatives.imports.terms import Terms
from initiatives.models import InitiativePage, Verification

Values = Mapping[str, Any]


class CellError(ValidationError):
    """A cell that can be read but does not agree with others or with the page."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@dataclass(slots=True)
class Context:
    """What rows refer to, read once for all of them, and what waits for the current row."""

    terms: Terms
    directory: Directory
    tags: TagBook
    verifications: list[Verification] = field(default_factory=list)

    @classmethod
    def load(cls) -> Context:
        """Read vocabularies, organisations and tags from the database."""
        return cls(Terms.load(), Directory.load(), TagBook.load())

    def keep(self) -> None:
        """Accept what the current row made of organisations and tags."""
        self.directory.keep()
        self.tags.keep()

    def undo(self) -> None:
        """Take back, in memory, what the current row made of them."""
        self.directory.undo()
        self.tags.undo()


Read = Callable[[str, Terms], Any]
Write = Callable[[InitiativePage], str]
Apply = Callable[[InitiativePage, Values, Context], None]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column of the table: its cells are read, applied to a page, and written from a page.

    `read` takes the text of a cell and the vocabularies, and raises ValidationError in French; a
    column without it is printed by exports and ignored by imports. `apply` changes a page in
    memory only; columns that depend on one another share one. `label_of` names the column that
    this one repeats in words: it is read where that one is empty. `fields` are the fields of the
    page whose errors are shown on this column. `in_page` tells whether a change makes a revision.
    """

    name: str
    label: str
    description: str
    write: Write
    read: Read | None = None
    apply: Apply | None = None
    label_of: str = ""
    fields: tuple[str, ...] = ()
    in_page: bool = True
