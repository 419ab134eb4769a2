"""Wagtail's two indexes are filled just before they are read: few tests read them.

At each save Wagtail writes what a page refers to and what the search of the editors finds, as tasks
that may come later: a fifth of the time of the tests, which make pages above all. Within a test
that is rolled back those of an index wait until a question names its table. Where questions are
counted they never wait.
"""

from contextlib import contextmanager, suppress

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connections
from django.test.utils import CaptureQueriesContext
from modelsearch import signal_handlers as search_handlers
from wagtail import signal_handlers as reference_handlers
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

# The table of the search has another beside it for each word: its name begins theirs.
REFERENCES, ENTRIES = ReferenceIndex._meta.db_table, IndexEntry._meta.db_table
COMMITS = {"live_server", "transactional_db", "django_db_reset_sequences"}


class Waiting:
    """The tasks of one test that wait, each once, in the order of the last saves."""

    def __init__(self):
        self.database, self.tasks = None, {}

    def takes(self, task, arguments, table):
        """Keep a task; tell whether it waits. Another connection would not see what it does."""
        if self.database is None or connections["default"] is not self.database:
            return False
        self.tasks.pop((task, arguments), None)
        self.tasks[task, arguments] = table
        return True

    def do(self, *tables):
        """Do what waits for these tables; a page that is gone by now has no place in an index."""
        now = [one for one, table in self.tasks.items() if table in tables]
        for one in now:
            del self.tasks[one]
        for task, arguments in now:
            with suppress(ObjectDoesNotExist):
                task.call(*arguments)

    def before_a_question(self, execute, sql, params, many, context):
        if self.tasks:
            self.do(*(table for table in (REFERENCES, ENTRIES) if table in sql))
        return execute(sql, params, many, context)

    @contextmanager
    def opened(self, database):
        """Have tasks wait; they are dropped with the transaction of the test."""
        with database.execute_wrapper(self.before_a_question):
            self.database = database
            yield
            self.database, self.tasks = None, {}


class Later:
    """Stands for a task where Wagtail's signals ask for it."""

    def __init__(self, task, waiting, table):
        self.task, self.waiting, self.table = task, waiting, table

    def enqueue(self, *arguments):
        if not self.waiting.takes(self.task, arguments, self.table):
            self.task.enqueue(*arguments)


def commits(item):
    """Tell whether a test commits, after which its database is emptied."""
    mark = item.get_closest_marker("django_db")
    asked = COMMITS.intersection(item.fixturenames)
    return bool(asked or (mark and mark.kwargs.get("transaction")))


@pytest.fixture(scope="session")
def waiting_indexes():
    """What waits, once the signals of Wagtail and the counting of questions know it."""
    waiting = Waiting()
    enter, leave = CaptureQueriesContext.__enter__, CaptureQueriesContext.__exit__

    def entered(self):
        waiting.do(REFERENCES, ENTRIES)
        self.waited, waiting.database = waiting.database, None
        return enter(self)

    def left(self, *error):
        waiting.database = self.waited
        return leave(self, *error)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CaptureQueriesContext, "__enter__", entered)
        patch.setattr(CaptureQueriesContext, "__exit__", left)
        for handlers, name, table in (
            (search_handlers, "insert_or_update_object_task", ENTRIES),
            (reference_handlers, "update_reference_index_task", REFERENCES),
        ):
            patch.setattr(handlers, name, Later(getattr(handlers, name), waiting, table))
        yield waiting


@pytest.fixture(autouse=True)
def indexes_in_time(request, waiting_indexes):
    """Have the indexes wait within a test that is rolled back."""
    asks = request.node.get_closest_marker("django_db") or "db" in request.fixturenames
    if commits(request.node) or not asks:
        yield
        return
    with waiting_indexes.opened(connections["default"]):
        yield
