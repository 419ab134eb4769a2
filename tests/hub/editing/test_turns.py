"""Two editors who write at once on PostgreSQL wait for one another, and never in a ring.

Each test has two connections: the first editor holds a page, the second one begins to write to the
tree and comes upon it, then the first one publishes.
"""

import datetime
import threading
import time
from contextlib import closing

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.utils import timezone

from home.models import StandardPage
from hub.content.publishing import publish
from hub.editing.atomic import hold
from hub.editing.scheduling import publish_what_is_due
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
BEFORE = datetime.timedelta(hours=1)


def moves_the_page_above(page, elsewhere):
    with transaction.atomic():
        hold(page.get_parent().pk)
        page.get_parent().specific.move(elsewhere, pos="last-child")


def moves_another_below(page, elsewhere):
    with transaction.atomic():
        hold(elsewhere.pk)
        elsewhere.move(page, pos="last-child")


def creates_a_page_below(page, elsewhere):
    with transaction.atomic():
        hold(None)
        page.add_child(instance=StandardPage(title="Nouvelle"))


def publishes_at_the_hour(page, elsewhere):
    assert publish_what_is_due() == []


def beside(work, faults):
    """Start something on a connection of its own."""

    def run():
        with closing(connections["default"]):
            try:
                work()
            except OperationalError as fault:
                faults.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def until_somebody_waits():
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("Nobody waits: the two do not meet.")


@pytest.mark.parametrize(
    "second",
    [moves_the_page_above, moves_another_below, creates_a_page_below, publishes_at_the_hour],
)
def test_who_publishes_and_who_changes_the_tree_both_succeed(on_postgresql, home, second):
    above = StandardPageFactory(parent=home, title="Dessus")
    page = StandardPageFactory(parent=above, title="Page")
    elsewhere = StandardPageFactory(parent=home, title="Ailleurs")
    page.save_revision(approved_go_live_at=timezone.now() - BEFORE)
    page = StandardPage.objects.get(pk=page.pk)
    faults = []
    with transaction.atomic():
        hold(page.pk)
        other = beside(lambda: second(StandardPage.objects.get(pk=page.pk), elsewhere), faults)
        until_somebody_waits()
        page.summary = "Publiée."
        publish(page)
    other.join()
    assert faults == []
    assert StandardPage.objects.get(pk=page.pk).live
