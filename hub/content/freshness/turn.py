"""The turn of a transaction that writes what pages show."""

from django.db import connection

from hub.content.freshness.models import ContentVersion


def take_turn() -> None:
    """Wait until no other transaction writes what pages show, and keep the turn until the end.

    A write locks the row of the version first of all (`triggers.PostgreSQL`). Who locks another
    row before its first write would hold what a writer waits for, and then wait for that writer:
    it takes its turn before. SQLite has one writer at a time by itself.
    """
    if connection.features.has_select_for_update:
        list(ContentVersion.objects.select_for_update().values_list("pk"))
