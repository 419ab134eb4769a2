"""SQLite: copied by itself while others write; put in place by renaming a file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections

from hub.launch.terminal import ProblemError
from hub.operating.backup.database import Counts

# Beside its file, what is not yet in it.
COMPANIONS = ("", "-wal", "-shm")
DAMAGED = "La base de données est abîmée ({}) : elle n’est pas sauvegardée telle quelle."


class SQLite:
    """A database in one file."""

    file = "database.sqlite3"

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def version(self) -> str:
        """Return the version of the library."""
        return sqlite3.sqlite_version

    def dump(self, target: Path) -> Counts:
        """Copy by the online backup of SQLite, in one step: a writer neither waits nor shows."""
        if not self.path.exists():
            raise ProblemError("Il n’y a pas encore de base de données à sauvegarder.")
        try:
            with closing(sqlite3.connect(self.path)) as source, closing(_open(target)) as copy:
                source.backup(copy)
                # One file, which can be read from a disk that cannot be written to.
                copy.execute("PRAGMA journal_mode=DELETE")
                fault = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
                if fault != "ok":
                    raise ProblemError(DAMAGED.format(fault))
                return _count(copy)
        except sqlite3.DatabaseError as error:
            if "full" in str(error):
                raise ProblemError("Le disque est plein.") from None
            raise ProblemError(DAMAGED.format(error)) from None

    def is_empty(self) -> bool:
        """Tell whether the file lacks, or holds no table."""
        if not self.path.exists():
            return True
        try:
            with closing(sqlite3.connect(self.path)) as database:
                found = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            return False  # what cannot be read is something
        return bool(found[0] == 0)

    def refuse_company(self) -> None:
        """Ask for the file alone: each process that has it open holds a lock on it."""
        connections.close_all()
        if not self.path.exists():
            return
        try:
            with closing(sqlite3.connect(self.path, timeout=1)) as database:
                database.execute("PRAGMA locking_mode=EXCLUSIVE")
                database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise ProblemError(
                    "Le site est en marche : un autre processus utilise la base de données. "
                    "Arrêtez le site, le worker et le planificateur, puis relancez la commande."
                ) from None
        except sqlite3.DatabaseError:
            return  # damaged: nobody reads it, and this is why one restores

    def check(self, dumped: Path, counts: Counts, version: str) -> None:
        """Read the whole copy: its pages, and the rows of its tables."""
        try:
            with closing(_read_only(dumped)) as copy:
                fault = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
                found = _count(copy)
        except sqlite3.DatabaseError as error:
            raise ProblemError(f"La base de la sauvegarde est illisible ({error}).") from None
        if fault != "ok" or found != counts:
            raise ProblemError("La base de la sauvegarde n’est pas celle que son inventaire dit.")

    def replace(self, dumped: Path, aside: Path | None) -> None:
        """Rename: the file that is there goes aside, the copy takes its place."""
        connections.close_all()
        fresh = self.path.with_name(f"{self.path.name}.restored")
        fresh.write_bytes(b"")
        fresh.chmod(0o600)
        try:
            with closing(_read_only(dumped)) as source, closing(sqlite3.connect(fresh)) as copy:
                source.backup(copy)
            with self._moved_to(aside):
                fresh.rename(self.path)
        except (sqlite3.DatabaseError, OSError) as error:
            fresh.unlink(missing_ok=True)
            raise ProblemError(f"La base n’a pas pu être mise en place ({error}).") from None

    @contextmanager
    def _moved_to(self, aside: Path | None) -> Iterator[None]:
        """Move what is there out of the way; bring it back if what follows fails."""
        moved: list[tuple[Path, Path]] = []
        try:
            for ending in COMPANIONS:
                here = self.path.with_name(self.path.name + ending)
                if here.exists() and aside is not None:
                    there = aside / (self.file + ending)
                    here.rename(there)
                    moved.append((here, there))
                else:
                    here.unlink(missing_ok=True)
            yield
        except OSError:
            for here, there in moved:
                there.rename(here)
            raise


def _open(target: Path) -> sqlite3.Connection:
    target.touch(mode=0o600)
    return sqlite3.connect(target)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _count(database: sqlite3.Connection) -> Counts:
    """Return the rows of each table, without those by which full-text search is stored."""
    listed = database.execute(
        "SELECT name FROM pragma_table_list "
        "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY name"
    )
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in listed.fetchall()
    }
