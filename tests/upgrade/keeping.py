"""`python -m tests.upgrade.keeping`: keep a small site of today, for later versions to take over.

Writes `state.tar.xz`: the file of a SQLite database, the SQL of a PostgreSQL one, and the files of
their media. Run at each release, once its migrations are final.
"""

import io
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from hub.launch.processes import ROOT
from tests.services.postgresql import PostgreSQL, programs
from tests.services.server import running

STATE = Path(__file__).parent / "state.tar.xz"


def run_site(action: str, data: Path, database: str = "") -> str:
    """Return what an action of `tests.upgrade.site` printed, in a process of its own.

    Raises:
        RuntimeError: it failed; carries what it said.
    """
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HUB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "hub.settings.dev"}
    environment |= {"DATABASE_URL": database} if database else {}
    done = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.site", action],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout


def _closed(database: Path) -> Path:
    """Return a SQLite database with nothing left in its journal and no room unused."""
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")
        opened.execute("VACUUM")
    return database


def _postgresql(server: PostgreSQL) -> str:
    """Return the SQL of a PostgreSQL database, without what only its own client understands."""
    dumped = subprocess.run(
        [programs() / "pg_dump", "--no-owner", "--rows-per-insert=100", server.url],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return re.sub(r"^\\.*\n", "", dumped, flags=re.MULTILINE)


def keep() -> None:
    """Make the site on both databases and write what they hold."""
    with tempfile.TemporaryDirectory() as folder, running(server := PostgreSQL()):
        on_sqlite, on_postgresql = Path(folder) / "sqlite", Path(folder) / "postgresql"
        run_site("fill", on_sqlite)
        run_site("fill", on_postgresql, server.url)
        with tarfile.open(STATE, "w:xz") as kept:
            kept.add(_closed(on_sqlite / "hub.sqlite3"), "sqlite/hub.sqlite3")
            _add(kept, "postgresql.sql", _postgresql(server).encode())
            for data in (on_sqlite, on_postgresql):
                kept.add(data / "media", f"{data.name}/media")
    sys.stdout.write(f"{STATE.relative_to(ROOT)} : {STATE.stat().st_size // 1024} Ko\n")


def _add(kept: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    kept.addfile(entry, io.BytesIO(content))


if __name__ == "__main__":
    keep()
