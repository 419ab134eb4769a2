"""Reads what every page depends on, in one question."""

from django.db import Error, connection
from django.utils import timezone
from wagtail.models import Page

from hub.content.freshness.triggers import VERSION_TABLE

# Plain SQL: building the same query with the ORM would take longer than all the rest of a 304.
QUESTION = f"""
    SELECT token, (SELECT MAX(expire_at) FROM {Page._meta.db_table} WHERE expire_at <= %s)
    FROM {VERSION_TABLE}
"""  # noqa: S608 - our names


def content_version() -> str | None:
    """Return a text that differs as soon as a page may differ; None when nobody watches.

    A page leaves the site at the second of its expiry, without any write: the last expiry that
    has passed is part of the version. It must be read before what it speaks of. Read after, a
    write in between would give old content the new version.
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUESTION, [now])
            row = cursor.fetchone()
    except Error:  # the view will meet it, and say it
        return None
    return f"{row[0]} {row[1]}" if row and row[0] else None
