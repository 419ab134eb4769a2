"""Whether a file is what its name says: the first bytes of each kind that may be sent.

It keeps an editor from publishing a file that nobody can open. It is no antivirus: a file that
begins well may hold anything, and is served so that no browser runs it (docs/security.md).
"""

import zipfile
from collections.abc import Callable
from typing import IO
from zipfile import BadZipFile, ZipFile

# A PDF may begin with other bytes (ISO 32000-1, annex H, note 13).
PDF_HEADER_WITHIN = 1024
TEXT_READ = 8192
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def is_what_it_says(file: IO[bytes], extension: str) -> bool:
    """Tell whether the content of a file goes with its extension; the file is left at its start.

    An extension that is not known here is refused elsewhere (WAGTAILDOCS_EXTENSIONS).
    """
    check = KINDS.get(extension.lower())
    try:
        file.seek(0)
        return check is None or check(file)
    finally:
        file.seek(0)


def _is_pdf(file: IO[bytes]) -> bool:
    return b"%PDF-" in file.read(PDF_HEADER_WITHIN)


def _is_rtf(file: IO[bytes]) -> bool:
    return file.read(5) == b"{\\rtf"


def _is_text(file: IO[bytes]) -> bool:
    beginning = file.read(TEXT_READ)
    return beginning.startswith(UTF_16) or b"\0" not in beginning


def _is_zip(file: IO[bytes]) -> bool:
    return zipfile.is_zipfile(file)


def _is_zip_with(name: str) -> Callable[[IO[bytes]], bool]:
    """Return what tells whether a file is a ZIP archive that holds an entry of this name."""

    def check(file: IO[bytes]) -> bool:
        try:
            with ZipFile(file) as archive:
                return name in archive.namelist()
        except (BadZipFile, OSError, ValueError, NotImplementedError):
            return False

    return check


_OFFICE_OPEN = _is_zip_with("[Content_Types].xml")
_OPEN_DOCUMENT = _is_zip_with("content.xml")
KINDS: dict[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _OFFICE_OPEN,
    "ods": _OPEN_DOCUMENT,
    "odt": _OPEN_DOCUMENT,
    "pdf": _is_pdf,
    "pptx": _OFFICE_OPEN,
    "rtf": _is_rtf,
    "txt": _is_text,
    "xlsx": _OFFICE_OPEN,
    "zip": _is_zip,
}
