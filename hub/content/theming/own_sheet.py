"""The one CSS file by which an operator replaces anything of the look."""

import hashlib
import logging
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

MAX_SHEET_SIZE = 200_000

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class OwnSheet:
    """The text of the file, its digest, and why it is left out where it is."""

    text: str = ""
    digest: str = ""
    problem: str = ""


NO_SHEET = OwnSheet()


def own_sheet() -> OwnSheet:
    """Return the file named by `HUB_STYLESHEET` as it is now; it is read again when it moves.

    Never raises: a file that cannot be used leaves the site as it is, and says why.
    """
    path = Path(settings.HUB_STYLESHEET)
    try:
        state = path.stat()
    except OSError:
        return NO_SHEET
    return _read(path, state.st_mtime_ns, state.st_size, state.st_ino)


@lru_cache(maxsize=1)
def _read(path: Path, moment: int, size: int, node: int) -> OwnSheet:
    """Read the file; its state is taken so that another state is read anew."""
    sheet = _load(path, size)
    if sheet.problem:
        logger.warning("%s is left out: %s", path.name, sheet.problem)
    return sheet


def _load(path: Path, size: int) -> OwnSheet:
    if size > MAX_SHEET_SIZE:
        return OwnSheet(problem=f"it weighs more than {MAX_SHEET_SIZE // 1000} kB")
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return OwnSheet(problem="it is not UTF-8")
    except OSError as reason:
        return OwnSheet(problem=str(reason.strerror or reason))
    return OwnSheet(text, hashlib.sha256(content).hexdigest())
