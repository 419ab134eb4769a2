"""Keeps the triggers in step with the tables, around each migration."""

import uuid
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from wagtail.models import Page

from hub.content.freshness.models import ContentVersion
from hub.content.freshness.triggers import DIALECTS, VERSION_TABLE
from hub.content.freshness.watched import watched_columns

EXPIRY_INDEX = "freshness_page_expiry"


def pause(using: str, **kwargs: Any) -> None:
    """Watch nothing while tables change: SQLite would refuse, or drop triggers in silence.

    The version is emptied first. An interrupted migration therefore leaves a site without
    validators, which sends every page, and never a site that forgets to move.
    """
    connection = connections[using]
    if not _can_watch(connection):
        return
    with transaction.atomic(using):
        ContentVersion.objects.using(using).update(token="")
        _remove(connection)


def watch(using: str, **kwargs: Any) -> None:
    """Watch the tables as they are now; the version moves, as migrations may have written."""
    connection = connections[using]
    if not _can_watch(connection):
        return
    dialect, quote = DIALECTS[connection.vendor], connection.ops.quote_name
    page_table = quote(Page._meta.db_table)
    with transaction.atomic(using):
        _remove(connection)
        with connection.cursor() as cursor:
            if preparation := dialect.preparation():
                cursor.execute(preparation)
            for table, columns in watched_columns(connection).items():
                for statement in dialect.creation(quote(table), ", ".join(map(quote, columns))):
                    cursor.execute(statement)
            # Pages that expire are few: the index holds these only.
            cursor.execute(
                f"CREATE INDEX {EXPIRY_INDEX} ON {page_table} (expire_at) "
                "WHERE expire_at IS NOT NULL"
            )
        ContentVersion.objects.using(using).update_or_create(
            pk=1, defaults={"token": str(uuid.uuid4())}
        )


def _can_watch(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether this kind of database is known and the version has its table."""
    tables = connection.introspection.table_names()
    return connection.vendor in DIALECTS and VERSION_TABLE in tables


def _remove(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for statement in DIALECTS[connection.vendor].removal(cursor):
            cursor.execute(statement)
        cursor.execute(f"DROP INDEX IF EXISTS {EXPIRY_INDEX}")
