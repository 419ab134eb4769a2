"""Carries a site from SQLite to PostgreSQL: all of its rows, or none."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import dj_database_url
from django.apps import apps
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, models, transaction

from hub.content.freshness.models import ContentVersion
from hub.launch.prepare import missing_migrations
from hub.launch.processes import ROOT, run
from hub.launch.terminal import ProblemError
from hub.operating.backup.database import current_database
from hub.operating.backup.postgresql import CLEAR

TARGET = "target"
BATCH = 500
# Full-text search has other columns on each kind of database: it is made anew.
REMADE = frozenset({"wagtailsearch", "modelsearch"})

Advance = Callable[[int, int], None]  # how many tables of how many


@dataclass(frozen=True)
class Moved:
    """How much was carried."""

    tables: int
    rows: int


def move_database(address: str, advance: Advance | None = None) -> Moved:
    """Copy the whole database of this site into an empty PostgreSQL one; the source stays.

    Raises:
        ProblemError: it cannot be; the target is then as empty as it was.
    """
    if connection.vendor != "sqlite":
        raise ProblemError("Ce site n’est pas sur SQLite : il n’y a rien à porter.")
    if missing_migrations():
        raise ProblemError("La base n’est pas à jour : lancez d’abord « manage.py migrate ».")
    with _target(address) as target:
        _refuse_full(target)
        current_database().refuse_company()
        try:
            _run_there(address, "migrate", "--no-input", "--verbosity=0")
            moved = _copy_all(target, advance)
            _run_there(address, "wagtail_update_index", "--verbosity=0")
        except BaseException:
            target.close()
            with target.cursor() as cursor:
                cursor.execute(CLEAR)
            raise
    return moved


@contextmanager
def _target(address: str) -> Iterator[Any]:
    """Give a connection to another database, known to Django as long as it serves."""
    try:
        described = dict(dj_database_url.parse(address))
    except ValueError:
        raise ProblemError("L’adresse de la base n’est pas lisible.") from None
    if described.get("ENGINE") != "django.db.backends.postgresql":
        raise ProblemError("L’adresse doit être celle d’une base PostgreSQL : postgres://…")
    connections.databases[TARGET] = connections.databases[DEFAULT_DB_ALIAS] | {
        "CONN_MAX_AGE": 0, "OPTIONS": {}
    } | described  # fmt: skip
    try:
        yield connections[TARGET]
    finally:
        connections[TARGET].close()
        del connections[TARGET]
        del connections.databases[TARGET]


def _refuse_full(target: Any) -> None:
    with target.cursor() as cursor:
        if target.introspection.table_names(cursor):
            raise ProblemError(
                "La base d’arrivée n’est pas vide : rien n’y a été écrit. Créez-en une nouvelle."
            )


def _run_there(address: str, *command: str) -> None:
    """Run a command on the site as it will be, in a process that knows no other database."""
    if run([sys.executable, ROOT / "manage.py", *command], {"DATABASE_URL": address}):
        raise ProblemError(f"« {command[0]} » a échoué sur la base d’arrivée (voir ci-dessus).")


def _copy_all(target: Any, advance: Advance | None) -> Moved:
    """Copy each table in one transaction of both: nobody writes to the source meanwhile."""
    tables = list(_models())
    rows = 0
    with transaction.atomic(), transaction.atomic(using=TARGET), target.cursor() as cursor:
        names = ", ".join(target.ops.quote_name(model._meta.db_table) for model in tables)
        cursor.execute(f"TRUNCATE {names} CASCADE")
        for done, model in enumerate(tables, 1):
            try:
                rows += _copy(model, target, cursor)
            except (DatabaseError, ValueError) as error:
                raise ProblemError(
                    f"La table {model._meta.db_table} ne peut pas être portée : "
                    f"{str(error).splitlines()[0]}"
                ) from error
            if advance:
                advance(done, len(tables))
        for statement in target.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
    return Moved(len(tables), rows)


def _models() -> Iterator[type[models.Model]]:
    """Yield one model for each table; the version of the content last, since writes move it."""
    found = {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in REMADE
    }
    last = found.pop(ContentVersion._meta.db_table)
    yield from found.values()
    yield last


def _copy(model: type[models.Model], target: Any, cursor: Any) -> int:
    """Copy the columns of one table, those of parents left to theirs; return its rows."""
    fields = [field for field in model._meta.local_concrete_fields if field.column]
    names = [field.attname for field in fields]
    quoted = ", ".join(target.ops.quote_name(field.column) for field in fields)
    table = target.ops.quote_name(model._meta.db_table)
    places = ", ".join(["%s"] * len(fields))
    insert = f"INSERT INTO {table} ({quoted}) VALUES ({places})"  # noqa: S608 - names of ours
    source = model._base_manager.using(DEFAULT_DB_ALIAS).order_by().values_list(*names)
    batch: list[list[Any]] = []
    count = 0
    for row in source.iterator(chunk_size=BATCH):
        batch.append([f.get_db_prep_save(v, target) for f, v in zip(fields, row, strict=True)])
        if len(batch) == BATCH:
            cursor.executemany(insert, batch)
            count, batch = count + len(batch), []
    if batch:
        cursor.executemany(insert, batch)
    count += len(batch)
    cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of ours
    (held,) = cursor.fetchone()
    if held != count:
        raise ValueError(f"{held} lignes au lieu de {count}")
    return count
