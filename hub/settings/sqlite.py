"""Puts a SQLite without the WAL-reset bug in place of the system's, where that one is affected.

Rule: SQLite 3.7.0 to 3.51.2 may corrupt a database in WAL mode, except the patched 3.44.6 and
3.50.7 and their successors (https://sqlite.org/wal.html, "WAL-reset bug").
"""

import sqlite3
import sys

FIXED = (3, 51, 3)
PATCHED_LINES = {(3, 44): 6, (3, 50): 7}


def is_affected(version: tuple[int, int, int]) -> bool:
    """Tell whether this SQLite version (major, minor, patch) has the WAL-reset bug."""
    patched_from = PATCHED_LINES.get(version[:2])
    if patched_from is not None and version[2] >= patched_from:
        return False
    return version < FIXED


def use_sound_sqlite() -> None:
    """Replace the standard library's `sqlite3` by `pysqlite3` when the former is affected.

    Must run before Django's SQLite backend is imported. Does nothing where `pysqlite3` is missing:
    the system check `hub.E001` then says so.
    """
    if not is_affected(sqlite3.sqlite_version_info):
        return
    try:
        import pysqlite3  # only needed where the system library is affected
        import pysqlite3.dbapi2
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
