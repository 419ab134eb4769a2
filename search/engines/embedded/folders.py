"""The folder of the indexes: one answers, named by a pointer file; others are built beside it."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import tempfile
import time
from pathlib import Path

logger = logging.getLogger("hub.search")

POINTER = "current"
DAMAGED = "damaged-"
LONGEST_BUILD = 3600  # seconds without any new file


class Folders:
    """Names and swaps the folders of indexes under one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path | None:
        """Return the folder that answers, or None where there is none."""
        try:
            name = (self.root / POINTER).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        # The file is ours, but a path in it would lead out of the folder.
        folder = self.root / name
        return folder if name and folder.parent == self.root and folder.is_dir() else None

    def new(self, schema_name: str) -> Path:
        """Make an empty folder whose name begins with that of its schema."""
        folder = self.root / f"{schema_name}-{secrets.token_hex(6)}"
        folder.mkdir(parents=True)
        return folder

    def point_to(self, folder: Path) -> None:
        """Make a folder the one that answers: at once, and whole even if the power fails."""
        handle, written = tempfile.mkstemp(dir=self.root, prefix="pointer-")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        Path(written).replace(self.root / POINTER)

    def set_aside(self, folder: Path) -> None:
        """Rename a folder that cannot be read, so that its operator may look at it."""
        aside = folder.with_name(f"{DAMAGED}{folder.name}")
        folder.rename(aside)
        logger.error("The index %s is damaged; it was set aside as %s.", folder.name, aside.name)

    def remove(self, folder: Path) -> None:
        """Remove a folder and all that is in it, or a file."""
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
        else:
            folder.unlink(missing_ok=True)

    def leftovers(self) -> list[Path]:
        """Return what builds that were cut short have left; a build that goes on is younger."""
        current, now = self.current(), time.time()
        if not self.root.is_dir():
            return []
        return sorted(
            one
            for one in self.root.iterdir()
            if one not in {current, self.root / POINTER}
            and not one.name.startswith(DAMAGED)
            and now - one.stat().st_mtime > LONGEST_BUILD
        )
