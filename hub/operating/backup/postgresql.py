"""PostgreSQL: dumped and restored by its own tools, in one transaction each."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection, connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from hub.launch.terminal import ProblemError
from hub.operating.backup.database import Counts

# All that is ours, whatever put it there; extensions stay, and what belongs to them.
CLEAR = """
DO $$ DECLARE it record; BEGIN
  FOR it IN SELECT c.oid::regclass AS name, c.relkind AS kind FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP EXECUTE format(CASE it.kind WHEN 'v' THEN 'DROP VIEW IF EXISTS %s CASCADE'
    WHEN 'm' THEN 'DROP MATERIALIZED VIEW IF EXISTS %s CASCADE'
    ELSE 'DROP TABLE IF EXISTS %s CASCADE' END, it.name); END LOOP;
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S'
  LOOP EXECUTE format('DROP SEQUENCE IF EXISTS %s CASCADE', it.name); END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', it.name); END LOOP;
END $$
"""


class PostgreSQL:
    """A database on a server."""

    file = "database.dump"

    @property
    def version(self) -> str:
        """Return the major version of the server."""
        with connection.cursor():
            return str(connection.pg_version // 10000)  # type: ignore[attr-defined]

    def dump(self, target: Path) -> Counts:
        """Dump in PostgreSQL's own format, from the very snapshot in which rows are counted."""
        _refuse_older("pg_dump", self.version)
        with psycopg.connect(**_parameters()) as reader:
            reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            counts = _count(reader)
            ((snapshot,),) = reader.execute("SELECT pg_export_snapshot()").fetchall()
            target.touch(mode=0o600)
            options = ["--format=custom", "--no-owner", "--no-privileges", "--no-comments"]
            options += [f"--snapshot={snapshot}", f"--schema={_schema()}"]
            _run("pg_dump", [*options, f"--file={target}", f"--dbname={_address()}"])
        return counts

    def is_empty(self) -> bool:
        """Tell whether there is no table."""
        with connection.cursor() as cursor:
            return not connection.introspection.table_names(cursor)

    def refuse_company(self) -> None:
        """Count the other connections to the database."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            (others,) = cursor.fetchone()
        if others:
            raise ProblemError(
                f"Le site est en marche : {others} connexion(s) à la base de données. Arrêtez le "
                "site, le worker et le planificateur, puis relancez la commande."
            )

    def check(self, dumped: Path, counts: Counts, version: str) -> None:
        """Read the list of the dump; its bytes are those that were written."""
        if int(self.version) < int(version):
            raise ProblemError(
                f"La sauvegarde vient de PostgreSQL {version}, ce serveur est plus ancien "
                f"({self.version})."
            )
        listed = _run("pg_restore", ["--list", str(dumped)])
        held = set(re.findall(rf" TABLE DATA {re.escape(_schema())} (\S+) ", listed))
        if not set(counts) <= held:
            raise ProblemError("La base de la sauvegarde n’est pas celle que son inventaire dit.")

    def replace(self, dumped: Path, aside: Path | None) -> None:
        """Clear and load in one transaction: where it fails, nothing has changed."""
        if aside is not None and not self.is_empty():
            self.dump(aside / self.file)
        schema = _schema()
        connections.close_all()
        with tempfile.TemporaryDirectory(prefix="restoring-", dir=settings.DATA_DIR) as folder:
            script = Path(folder) / "script.sql"
            options = [f"--schema={schema}", "--no-owner", "--no-privileges", "--no-comments"]
            _run("pg_restore", [*options, f"--file={script}", str(dumped)])
            once = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
            steps = [f"--command={CLEAR}", f"--file={script}"]
            _run("psql", [*once, "--output=/dev/null", f"--dbname={_address()}", *steps])


def _schema() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


def _parameters() -> dict[str, Any]:
    """Return how Django connects, in the words of PostgreSQL's library, password included."""
    given = connection.get_connection_params()
    own = ("cursor_factory", "context", "prepare_threshold")  # Django's words to psycopg
    return {name: value for name, value in given.items() if name not in own}


def _address() -> str:
    """Return the same without the password, which any process of the machine would see."""
    return make_conninfo(**{k: v for k, v in _parameters().items() if k != "password"})


def _count(reader: psycopg.Connection) -> Counts:
    """Return the rows of each table of the schema."""
    listed = reader.execute(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
        "AND relnamespace = current_schema()::regnamespace ORDER BY relname"
    )
    counts = {}
    for (name,) in listed.fetchall():
        row = reader.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name)))
        counts[name] = row.fetchall()[0][0]
    return counts


def _refuse_older(tool: str, server: str) -> None:
    """Refuse a tool older than the server, which it would refuse in its own words."""
    found = re.search(r"\b(\d+)\.", _run(tool, ["--version"]))
    if found and int(found.group(1)) < int(server):
        raise ProblemError(
            f"L’outil {tool} est de la version {found.group(1)}, le serveur de la version "
            f"{server} : installez « postgresql-client-{server} »."
        )


def _run(tool: str, options: Sequence[str]) -> str:
    """Run a tool of PostgreSQL and return what it says; the password goes by the environment."""
    path = shutil.which(tool)
    if path is None:
        raise ProblemError(f"L’outil {tool} manque : installez « postgresql-client ».")
    secret = {"PGPASSWORD": password} if (password := _parameters().get("password")) else {}
    done = subprocess.run(  # noqa: S603
        [path, *options], env=os.environ | secret, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ProblemError(f"{tool} a échoué : {_reason(done.stderr)}")
    return done.stdout


def _reason(said: str) -> str:
    """Return the first line that tells an error, else the last one."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = (line for line in lines if "error" in line.lower())
    return next(errors, lines[-1] if lines else "sans dire pourquoi")
