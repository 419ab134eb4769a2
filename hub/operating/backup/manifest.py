"""What a backup says of itself: its inventory, and the checksum of each of its files."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from hub.launch.terminal import ProblemError
from hub.operating.backup.database import Counts
from hub.operating.backup.files import checksum, files_below

FORMAT = 1
INVENTORY = "manifest.json"
# As `sha256sum --check` reads it. It is written last: a folder that has it is whole.
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Manifest:
    """What was saved, when, and of which site."""

    made_at: str
    database: str  # its file
    database_version: str
    rows: Counts
    migrations: list[list[str]]
    release: dict[str, str]
    settings: dict[str, str]
    media_files: int
    format: int = FORMAT
    sums: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write both files in the folder of the backup."""
        told = asdict(self)
        sums = told.pop("sums")
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        _write(folder / INVENTORY, text.encode())
        sums[INVENTORY] = checksum(folder / INVENTORY)
        lines = (_line(name, found) for name, found in sorted(sums.items()))
        _write(folder / SUMS, b"".join(lines))


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup says of itself, without looking at its files. Raises ProblemError."""
    sums = read_sums(folder)
    try:
        told = json.loads((folder / INVENTORY).read_text(encoding="utf-8"))
        if told.get("format") != FORMAT:
            raise ProblemError(
                f"{folder} est une sauvegarde d’un format que ce site ne connaît pas."
            )
        return Manifest(**told, sums=sums)
    except (OSError, ValueError, TypeError, AttributeError):
        raise ProblemError(f"L’inventaire de {folder} est illisible.") from None


def read_sums(folder: Path) -> dict[str, str]:
    """Return the checksums of a backup. Raises ProblemError where they lack: it is none."""
    try:
        lines = (folder / SUMS).read_bytes().splitlines()
    except OSError:
        raise ProblemError(f"{folder} n’est pas une sauvegarde : {SUMS} y manque.") from None
    found = dict(map(_read_line, lines))
    if any(PurePosixPath(name).is_absolute() or ".." in Path(name).parts for name in found):
        raise ProblemError(f"{folder} nomme des fichiers en dehors de lui-même : il est refusé.")
    return found


def verify(folder: Path, manifest: Manifest) -> None:
    """Compare each file with its checksum. Raises ProblemError, naming those that differ."""
    named = set(manifest.sums)
    present = set(files_below(folder)) - {SUMS}
    absent, foreign = sorted(named - present), sorted(present - named)
    damaged = [name for name in sorted(named & present) if not _is_intact(folder, name, manifest)]
    for what, names in (("manquants", absent), ("inconnus", foreign), ("abîmés", damaged)):
        if names:
            shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
            raise ProblemError(
                f"La sauvegarde n’est plus entière. Fichiers {what} : {len(names)} ({shown})."
            )


def _is_intact(folder: Path, name: str, manifest: Manifest) -> bool:
    path = folder / name
    return path.is_file() and not path.is_symlink() and checksum(path) == manifest.sums[name]


def _line(name: str, found: str) -> bytes:
    # The same signs as sha256sum: a name in two lines would make two files.
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n")
    return os.fsencode(f"{'' if escaped == name else chr(92)}{found}  {escaped}\n")


def _read_line(line: bytes) -> tuple[str, str]:
    found, _, name = os.fsdecode(line).partition("  ")
    if found.startswith("\\"):
        found, name = found[1:], name.replace("\\n", "\n").replace("\\\\", "\\")
    return name, found
