"""Open a CSV file that somebody gives: encodings, delimiters, and files that are no CSV.

The whole file is read once before any row is handed out, so that a broken file changes nothing.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from initiatives.imports.report import ImportFileError

DELIMITERS = (",", ";", "\t")
CHUNK = 1 << 16
# Characters of a cell, as for `csv`, whose own bound is that of the process: a library may move it.
LONGEST_CELL = 131_072
_AS_CSV = "Enregistrez-le au format «\u00a0CSV UTF-8\u00a0»."
_SIGNATURES = {
    b"PK\x03\x04": f"C’est un classeur (XLSX, ODS) ou une archive, pas un fichier CSV. {_AS_CSV}",
    b"\xd0\xcf\x11\xe0": f"C’est un ancien classeur Excel (XLS), pas un fichier CSV. {_AS_CSV}",
    b"%PDF": f"C’est un document PDF, pas un fichier CSV. {_AS_CSV}",
    codecs.BOM_UTF16_LE: f"Le fichier est encodé en UTF-16. {_AS_CSV}",
    codecs.BOM_UTF16_BE: f"Le fichier est encodé en UTF-16. {_AS_CSV}",
}
_NUL = (
    f"Le fichier contient des caractères nuls\u00a0: il est binaire ou encodé en UTF-16. {_AS_CSV}"
)
_EMPTY = "Le fichier est vide."


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row and the line of the file where it begins."""

    line: int
    cells: list[str]


class Table:
    """A CSV file that has been checked: its header, how many rows it has, and the rows."""

    def __init__(self, opened: Callable[[], TextIO]) -> None:
        self._opened = opened
        with _faults(), opened() as file:
            first = next(iter(file), "")
        if not first.strip():
            raise ImportFileError(
                _EMPTY if not first else "La première ligne doit nommer les colonnes."
            )
        self._delimiter = _delimiter(first)
        rows = self._read()
        self.header = next(rows, Row(1, [])).cells
        self.total = sum(1 for _ in rows)

    def rows(self) -> Iterator[Row]:
        """Read the rows again, one by one."""
        rows = self._read()
        next(rows, None)
        yield from rows

    def _read(self) -> Iterator[Row]:
        """Read the rows that hold something."""
        with _faults(), self._opened() as file:
            reader = csv.reader(file, delimiter=self._delimiter, strict=True)
            line = 1
            try:
                for cells in _bounded(reader):
                    if any(cell.strip() for cell in cells):
                        yield Row(line, cells)
                    line = reader.line_num + 1
            except csv.Error as error:
                raise ImportFileError(
                    f"Ligne {line}\u00a0: la ligne ne se lit pas, sans doute un guillemet de trop "
                    f"ou non fermé ({error})."
                ) from None


def open_table(source: TextIO | Path) -> Table:
    """Check a file, or a text already opened, and return its table.

    UTF-8 with or without BOM and Windows-1252 are understood, with commas, semicolons or tabs.
    Raises ImportFileError, in French, for anything else.
    """
    if isinstance(source, Path):
        path = source
        with _faults():
            encoding = _encoding(path)
        return Table(lambda: path.open(encoding=encoding, newline=""))
    with _faults():
        text = source.read().removeprefix("\ufeff")
    if "\0" in text:
        raise ImportFileError(_NUL)
    return Table(lambda: io.StringIO(text, newline=""))


def _bounded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield rows. Raises csv.Error, as `csv` does, for a cell that is too long."""
    for cells in rows:
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise csv.Error(f"field larger than field limit ({LONGEST_CELL})")
        yield cells


@contextmanager
def _faults() -> Iterator[None]:
    """Turn what the system says of an unreadable file into French."""
    try:
        yield
    except FileNotFoundError:
        raise ImportFileError("Ce fichier n’existe pas.") from None
    except IsADirectoryError:
        raise ImportFileError("C’est un dossier, pas un fichier.") from None
    except OSError as error:
        raise ImportFileError(f"Le fichier ne peut pas être lu ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise ImportFileError(f"L’encodage du fichier n’est pas reconnu. {_AS_CSV}") from None


def _encoding(path: Path) -> str:
    """Return the encoding of a text file; a text that is not UTF-8 is Windows-1252 (Excel)."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    with path.open("rb") as file:
        start = file.read(CHUNK)
        _refuse_signature(start)
        chunk = start
        while chunk:
            if b"\0" in chunk:
                raise ImportFileError(_NUL)
            try:
                decoder.decode(chunk if is_utf8 else b"")
            except UnicodeDecodeError:
                is_utf8 = False
                decoder.reset()
            chunk = file.read(CHUNK)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        is_utf8 = False
    return "utf-8-sig" if is_utf8 else "cp1252"


def _refuse_signature(start: bytes) -> None:
    for signature, message in _SIGNATURES.items():
        if start.startswith(signature):
            raise ImportFileError(message)


def _delimiter(first_line: str) -> str:
    """Return the delimiter that cuts the header in most columns; their names hold none of them."""

    def columns(delimiter: str) -> int:
        return len(next(csv.reader([first_line], delimiter=delimiter), []))

    return max(DELIMITERS, key=columns)
