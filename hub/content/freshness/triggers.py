"""Triggers that move the content version within the very transaction of each write.

A trigger sees what no signal does: bulk writes, the raw SQL by which the tree moves, another
program. What it did is committed or rolled back with the write that fired it.
"""

from collections.abc import Iterator
from typing import Protocol

from django.db.backends.utils import CursorWrapper

VERSION_TABLE = "freshness_contentversion"
NAME = "freshness_moves"


class Dialect(Protocol):
    """The triggers of one kind of database, as SQL; names are given quoted."""

    def preparation(self) -> str:
        """Return what must be there before the first trigger; empty if nothing must."""

    def creation(self, table: str, columns: str) -> Iterator[str]:
        """Yield what watches `table`, where an update counts if it names one of `columns`."""

    def removal(self, cursor: CursorWrapper) -> Iterator[str]:
        """Yield what removes every trigger, on tables that are gone from the code too."""


class SQLite:
    """One trigger per table and event; they fire for each row, which costs about a microsecond."""

    def preparation(self) -> str:
        """Return nothing: a trigger holds what it does."""
        return ""

    def creation(self, table: str, columns: str) -> Iterator[str]:
        """Yield one trigger for each event."""
        for event in ("INSERT", "DELETE", f"UPDATE OF {columns}"):
            name = f'"{NAME}_{event[:6].lower()}_{table.strip(chr(34))}"'
            # An UPDATE, since the conflict clause of the write would override that of an INSERT.
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN "  # noqa: S608 - our names
                f"UPDATE {VERSION_TABLE} SET token = lower(hex(randomblob(16))); END"
            )

    def removal(self, cursor: CursorWrapper) -> Iterator[str]:
        """Yield one statement for each trigger there is."""
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{NAME}%"]
        )
        for (name,) in cursor.fetchall():
            yield f'DROP TRIGGER "{name}"'


class PostgreSQL:
    """One trigger per table, that fires once for each statement.

    It fires before the write, so that the row of the version is the first that a transaction
    locks: two transactions wait for one another and cannot wait in a ring. A transaction moves the
    version once, or each of its statements would walk over the versions left by those before.
    """

    def preparation(self) -> str:
        """Return the function that all triggers call."""
        return f"""
            CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE transaction_id text := pg_current_xact_id()::text;
            BEGIN
                IF current_setting('{NAME}.seen', true) IS DISTINCT FROM transaction_id THEN
                    UPDATE {VERSION_TABLE} SET token = gen_random_uuid()::text;
                    -- Local: a savepoint rolled back forgets it together with the update.
                    PERFORM set_config('{NAME}.seen', transaction_id, true);
                END IF;
                RETURN NULL;
            END $$
        """  # noqa: S608 - our names

    def creation(self, table: str, columns: str) -> Iterator[str]:
        """Yield one trigger for all events."""
        yield (
            f"CREATE TRIGGER {NAME} BEFORE INSERT OR DELETE OR UPDATE OF {columns} ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
        )

    def removal(self, cursor: CursorWrapper) -> Iterator[str]:
        """Yield one statement: the triggers go with their function."""
        yield f"DROP FUNCTION IF EXISTS {NAME}() CASCADE"


DIALECTS: dict[str, Dialect] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
