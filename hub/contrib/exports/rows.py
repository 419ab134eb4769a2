"""Initiatives as rows, those that an import reads back."""

from __future__ import annotations

from collections.abc import Iterator

from hub.plugins import Selection
from initiatives.imports.columns import COLUMNS
from initiatives.imports.reading import read_for_rows
from initiatives.imports.rows import row_of

KINDS = frozenset({"initiative"})


def header() -> list[str]:
    """Return the names of the columns, in their order."""
    return [column.name for column in COLUMNS]


def rows(selection: Selection) -> Iterator[list[str]]:
    """Yield the cells of each initiative of a selection, safe to open in a spreadsheet."""
    for page in selection.pages(read_for_rows):
        yield list(row_of(page).values())
