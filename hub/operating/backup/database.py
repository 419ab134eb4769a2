"""The database of a site as a backup sees it; one module for each kind."""

from pathlib import Path
from typing import Protocol

from django.db import connection

from hub.launch.terminal import ProblemError

Counts = dict[str, int]  # rows, by table


class Database(Protocol):
    """What each kind of database does for a backup."""

    file: str  # name of its copy in a backup

    @property
    def version(self) -> str:
        """Return the version of the server or of the library."""

    def dump(self, target: Path) -> Counts:
        """Copy the database as it is at one moment, while others write; return its rows.

        Raises ProblemError.
        """

    def is_empty(self) -> bool:
        """Tell whether there is nothing that a restoration would replace."""

    def refuse_company(self) -> None:
        """Raise ProblemError where another process uses the database."""

    def check(self, dumped: Path, counts: Counts, version: str) -> None:
        """Raise ProblemError unless a dump can be loaded here."""

    def replace(self, dumped: Path, aside: Path | None) -> None:
        """Put a dump in the place of what is there, all of it or nothing.

        What was there is first kept in the folder `aside`, where one is given.
        Raises ProblemError.
        """


def current_database() -> Database:
    """Return the database of this site. Raises ProblemError for a kind that nobody knows."""
    if connection.vendor == "sqlite":
        from hub.operating.backup.sqlite import SQLite  # only the kind that serves

        return SQLite(Path(connection.settings_dict["NAME"]))
    if connection.vendor == "postgresql":
        from hub.operating.backup.postgresql import PostgreSQL  # needs its client

        return PostgreSQL()
    raise ProblemError(f"Les sauvegardes ne connaissent pas la base {connection.vendor}.")
