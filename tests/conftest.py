"""The strict harness: what a test may not do, and what a test may ask for."""

import gc
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.query import QuerySet
from django.template.base import FilterExpression, Variable, VariableDoesNotExist
from playwright.sync_api import sync_playwright
from pytest_django.plugin import blocking_manager_key
from pytest_socket import socket_allow_hosts

from hub.launch.browser import NAMES
from search.engines.memory import MemoryEngine
from search.indexing.rebuilding import rebuild
from tests.database import keep_template, sqlite_name, template_path
from tests.factories import HomePageFactory
from tests.indexes_in_time import commits, indexes_in_time, waiting_indexes  # noqa: F401
from tests.migrated import django_db_keepdb  # noqa: F401
from tests.search.conftest import use as use_index
from tests.services import fixtures
from tests.services.fixtures import (  # noqa: F401
    elasticsearch_node,
    migrated_postgresql,
    on_postgresql,
    postgresql_database,
    postgresql_server,
    search_server,
)

OUR_APPS = {"content", "territory", "initiatives", "door", "home", "hub_search", "search_curation"}
OUR_TEMPLATES = str(settings.BASE_DIR)
THIRD_PARTY = str(Path("site-packages"))
# Wagtail's own but for a word of each: tests/hub/editing/test_wording.py.
COPIED = str(Path("templates", "wagtailadmin", "shared"))
# Playwright's synchronous interface runs an event loop that Django would refuse to work beside.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


class UndefinedVariableError(AssertionError):
    """One of our templates read a variable that nobody defined."""


def _is_ours(context):
    template = context.render_context.template
    name = getattr(getattr(template, "origin", None), "name", "") or ""
    return name.startswith(OUR_TEMPLATES) and THIRD_PARTY not in name and COPIED not in name


def _refuse_undefined(context, expression, missing):
    if _is_ours(context):
        where = context.render_context.template.origin.name
        raise UndefinedVariableError(f"{expression.token} in {where}: {missing}")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_keepdb, django_db_setup):  # noqa: F811
    """Keep the database for the next run once it is migrated."""
    template = template_path(request.config.cache.mkdir("hub"))
    if sqlite_name() and not template.exists():
        keep_template(sqlite_name(), template)
    # Playwright runs a test in a context, hence on connections, of its own: without what migrations
    # made, they would put back an empty database after a test that commits.
    database = connections[DEFAULT_DB_ALIAS]
    made = getattr(database, "_test_serialized_contents", None)  # kept where a test asks for it
    if made is not None:
        type(database)._test_serialized_contents = made


@pytest.fixture(scope="session")
def migrated_sqlite(request, tmp_path_factory):
    """The file of a migrated SQLite database, to copy: for tests of processes of their own.

    They say nothing about the database of the tests, and are not run again on PostgreSQL.
    """
    template = template_path(request.config.cache.mkdir("hub"))
    if not template.exists() and sqlite_name():
        request.getfixturevalue("django_db_setup")
    if not template.exists():
        data = tmp_path_factory.mktemp("migrated")
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {"HUB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "hub.settings.dev"}
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(migrate, cwd=settings.BASE_DIR, env=kept | own, check=True)
        keep_template(data / "hub.sqlite3", template)
    return template


@pytest.fixture(scope="session", autouse=True)
def undefined_template_variables_fail():
    """Make an undefined variable in one of our templates fail the test."""
    original = FilterExpression.resolve

    def resolve(self, context, ignore_failures=False):
        if not self.is_var or not isinstance(self.var, Variable):
            return original(self, context, ignore_failures)
        try:
            value = self.var.resolve(context)
        except VariableDoesNotExist as missing:
            lookups = self.var.lookups or (self.var.var,)
            if not ignore_failures or lookups[0] not in context:
                _refuse_undefined(context, self, missing)
            return original(self, context, ignore_failures)
        # Made by hand: `copy.copy` takes longer than all the rest.
        resolved = FilterExpression.__new__(FilterExpression)
        resolved.token, resolved.filters = self.token, self.filters
        resolved.var, resolved.is_var = value, False
        return original(resolved, context, ignore_failures)

    patch = pytest.MonkeyPatch()
    patch.setattr(FilterExpression, "resolve", resolve)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def unordered_querysets_are_shuffled():
    """Give the rows of a queryset without order in any order, as a database may."""
    original = QuerySet._fetch_all

    def fetch_all(self):
        fresh = self._result_cache is None
        original(self)
        ours = self.model._meta.app_label in OUR_APPS
        if fresh and ours and not self.ordered and not self.query.is_sliced:
            random.shuffle(self._result_cache)

    patch = pytest.MonkeyPatch()
    patch.setattr(QuerySet, "_fetch_all", fetch_all)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def nothing_reaches_beyond_this_machine():
    """Refuse any connection to another machine."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def nothing_is_remembered():
    """Empty the caches: Wagtail keeps site roots and renditions in them."""
    yield
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def home(db):
    """The home page of the default site."""
    return HomePageFactory()


@pytest.fixture
def search_index(monkeypatch):
    """An index in memory; called, it takes in what is published."""
    use_index(MemoryEngine(), monkeypatch)
    return rebuild


@pytest.fixture
def editor(db, django_user_model):
    """A superuser."""
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "x" * 12)


def chromium_path():
    """Return where Chromium is, or None, which lets Playwright use its own."""
    named = os.environ.get("HUB_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    """Chromium, for which no other machine exists."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=chromium_path(),
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def editor_page(browser, live_server, client, editor):
    """A tab of a signed-in editor."""
    client.force_login(editor)
    visit = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    session = client.cookies["sessionid"].value
    visit.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield visit.new_page()
    visit.close()


def pytest_collection_finish():
    """Leave what is loaded by now out of every later search for garbage: a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what migrations made for a test that commits nothing; another does it itself.

    Those that commit come last, but a process that has no test left takes over those of another.
    """
    yield
    if commits(item) and nextitem and not commits(nextitem):
        database = connections[DEFAULT_DB_ALIAS]
        if made := getattr(database, "_test_serialized_contents", None):
            with item.config.stash[blocking_manager_key].unblock():
                database.creation.deserialize_db_from_string(made)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what tests need by the fixtures that they ask for, before `-m` chooses among them.

    Tests that commit must put back what migrations made, or the next one has no root page.
    """
    for item in items:
        if fixtures.NAMES.intersection(item.fixturenames):
            item.add_marker("server")
        if item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames:
            item.add_marker("database")
        mark = item.get_closest_marker("django_db")
        if commits(item) and not (mark and mark.kwargs.get("serialized_rollback")):
            raise pytest.UsageError(
                f"{item.nodeid} commits: mark it "
                "django_db(transaction=True, serialized_rollback=True)."
            )
