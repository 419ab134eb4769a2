"""From a row to values: which column is which, and what each cell says. No database."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from hub.content.formulas import restore
from initiatives.imports.cells import check_characters
from initiatives.imports.column import Column
from initiatives.imports.columns import BY_NAME, COLUMNS, KEY
from initiatives.imports.report import ImportFileError, RowProblem
from initiatives.imports.source import Row
from initiatives.imports.terms import Terms
from initiatives.imports.wording import did_you_mean, quoted

_LABEL_COLUMNS = {column.label_of: column.name for column in COLUMNS if column.label_of}


class RowRefusedError(Exception):
    """A row cannot be taken; `problems` says why, cell by cell."""

    def __init__(self, problems: list[RowProblem]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True, slots=True)
class MappedRow:
    """What a row says: by column, the text of the cell and its value. Absent columns are absent."""

    line: int
    key: str
    cells: dict[str, str]
    values: dict[str, Any]

    def problem(self, column: str, message: str) -> RowProblem:
        """Return a problem of this row."""
        return RowProblem(self.line, self.key, column, self.cells.get(column, ""), message)


class Layout:
    """The columns of a file, in its order.

    Takes the header row. Raises ImportFileError, in French, for a column that is unknown, has no
    name, comes twice, or for a table without keys.
    """

    def __init__(self, header: Iterable[str]) -> None:
        names = [_column_name(cell) for cell in header]
        while names and not names[-1]:
            names.pop()
        if "" in names:
            raise ImportFileError(f"La colonne {names.index('') + 1} n’a pas de nom.")
        unknown = [name for name in names if name not in BY_NAME]
        if unknown:
            raise ImportFileError(
                " ".join(
                    f"La colonne {quoted(name)} est inconnue.{did_you_mean(name, BY_NAME)}"
                    for name in unknown
                )
            )
        twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
        if twice:
            raise ImportFileError(f"La colonne {quoted(twice[0])} est présente plusieurs fois.")
        if KEY not in names:
            raise ImportFileError(
                f"La colonne {quoted(KEY)} manque\u00a0: elle identifie les fiches."
            )
        self.names = tuple(names)
        self.columns = tuple(
            column
            for column in COLUMNS
            if column.read and (column.name in names or _LABEL_COLUMNS.get(column.name) in names)
        )

    def map_row(self, row: Row, terms: Terms) -> MappedRow:
        """Return what a row says; raise RowRefusedError with all its problems."""
        cells = self._cells(row)
        mapped = MappedRow(row.line, cells.get(KEY, "").strip(), {}, {})
        problems: list[RowProblem] = []
        for column in self.columns:
            text = _text_of(column, cells)
            mapped.cells[column.name] = text
            try:
                check_characters(text)
                mapped.values[column.name] = column.read(text, terms) if column.read else None
            except ValidationError as refused:
                problems.append(mapped.problem(column.name, " ".join(refused.messages)))
        if problems:
            raise RowRefusedError(problems)
        return mapped

    def _cells(self, row: Row) -> dict[str, str]:
        expected, found = len(self.names), len(row.cells)
        if found < expected or any(cell.strip() for cell in row.cells[expected:]):
            key = row.cells[0] if self.names[0] == KEY and found else ""
            message = f"La ligne compte {found} cellules au lieu de {expected}."
            raise RowRefusedError([RowProblem(row.line, key, "", "", message)])
        return {name: restore(cell) for name, cell in zip(self.names, row.cells, strict=False)}


def _text_of(column: Column, cells: dict[str, str]) -> str:
    """Return the cell of a column or, where it is empty or absent, of the column of its labels."""
    text = cells.get(column.name, "")
    return text if text.strip() else cells.get(_LABEL_COLUMNS.get(column.name, ""), text)


def _column_name(cell: str) -> str:
    """Return a name of the header without accents, case nor spaces: "Clé" is "cle"."""
    decomposed = unicodedata.normalize("NFKD", cell.strip().casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\s_-]+", "_", plain)
