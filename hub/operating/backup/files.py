"""Copies files while they may change, each with its checksum."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Earlier:
    """The files of the backup before this one: what has not changed since is not stored twice."""

    folder: Path
    sums: dict[str, str]

    def has(self, name: str, state: os.stat_result) -> bool:
        """Tell whether it holds this file, in the same state and undamaged."""
        path = self.folder / name
        return (
            name in self.sums
            and path.is_file()
            and is_same(path.stat(), state)
            and checksum(path) == self.sums[name]
        )


def is_same(one: os.stat_result, other: os.stat_result) -> bool:
    """Tell whether two states are of one unchanged file."""
    return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_below(folder: Path) -> Iterator[str]:
    """Yield the names of all files below a folder, in order, relative to it; none if it lacks."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield (Path(root) / name).relative_to(folder).as_posix()


def copy_tree(source: Path, target: Path, prefix: str, earlier: Earlier | None) -> dict[str, str]:
    """Copy what is below `source` and not yet, or no more, the same at `target`/`prefix`.

    Return the checksums of what was copied, by name below `target`. What is deleted meanwhile is
    passed over.
    """
    sums = {}
    for relative in files_below(source):
        name = f"{prefix}/{relative}"
        with contextlib.suppress(FileNotFoundError):
            state, copy = (source / relative).stat(), target / name
            if not (copy.exists() and is_same(copy.stat(), state)):
                sums[name] = _take(source / relative, state, target, name, earlier)
    return sums


def _take(
    path: Path, state: os.stat_result, target: Path, name: str, earlier: Earlier | None
) -> str:
    copy = target / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.unlink(missing_ok=True)
    if earlier is not None and earlier.has(name, state):
        with contextlib.suppress(OSError):  # some disks know no links
            os.link(earlier.folder / name, copy)
            return earlier.sums[name]
    found = copy_file(path, copy)
    os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))
    return found


def copy_file(source: Path, target: Path) -> str:
    """Copy one file onto the disk; return its checksum."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        while block := read.read(BLOCK):
            digest.update(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()


def keep_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
