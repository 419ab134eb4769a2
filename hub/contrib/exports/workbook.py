"""Initiatives as a workbook (XLSX), written to a temporary file: its parts are known at the end."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from hub.content import licence
from hub.contrib.exports.rows import KINDS, header, rows
from hub.plugins import Representation, Selection

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET, ABOUT = "Initiatives", "À propos"
LONGEST_CELL = 32_767  # characters, Excel's own limit
WIDTH = 24  # characters
PART = 64 * 1024


def write_workbook(selection: Selection) -> Iterator[bytes]:
    """Yield a workbook: a sheet of rows, whose cells are texts, and one that says what it is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = WIDTH
    bold = Font(bold=True)
    titles = [WriteOnlyCell(sheet, name) for name in header()]
    for cell in titles:
        cell.font = bold
    sheet.append(titles)
    for row in rows(selection):
        sheet.append([_text(sheet, cell) for cell in row])
    about = book.create_sheet(ABOUT)
    about.column_dimensions["B"].width = 4 * WIDTH
    for name, value in _about(selection):
        about.append([name, _text(about, value)])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while part := file.read(PART):
            yield part


def _text(sheet: Any, value: str) -> Cell | None:
    """Return a cell that no spreadsheet computes, or none for nothing."""
    if not value:
        return None
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL])
    cell.data_type = "s"
    return cell


def _about(selection: Selection) -> list[tuple[str, str]]:
    return [
        ("Liste", selection.title),
        ("Adresse", selection.address),
        ("Initiatives trouvées", str(selection.total)),
        ("Fichier complet", "oui" if selection.is_complete else "non"),
        ("Écrit le", datetime.date.today().isoformat()),
        ("Licence", licence.NAME),
    ]


WORKBOOK = Representation(
    suffix="xlsx",
    media_type=MEDIA_TYPE,
    label="Excel (tableau)",
    write=write_workbook,
    kinds=KINDS,
)
