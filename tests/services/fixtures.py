"""Fixtures of real servers; a test that asks for one is marked `server` by it.

- `search_server`: address of an Elasticsearch that all tests and their processes share;
- `elasticsearch_node`: a function that starts a node of the test's own, to secure, freeze or kill;
- `postgresql_database`: address of a new database on the shared PostgreSQL, dropped after the test;
- `migrated_postgresql`: the same, whose tables are there;
- `on_postgresql`: the assurance that the tests' own database, migrated, is a PostgreSQL;
- `postgresql_server`: a function that starts a PostgreSQL of the test's own.

The shared servers are those of `HUB_TEST_SEARCH_URL` and `HUB_TEST_DATABASE_URL`, which
`make test-services` starts and names. Where a server is not to be had, the test is skipped; under
`HUB_TEST_REQUIRE_SERVERS=1` it fails.
"""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from hub.launch.terminal import ProblemError
from tests.services.elasticsearch import Elasticsearch
from tests.services.postgresql import PostgreSQL
from tests.services.server import Server, running

S = TypeVar("S", bound=Server)
NAMES = frozenset(
    {
        "search_server",
        "elasticsearch_node",
        "migrated_postgresql",
        "on_postgresql",
        "postgresql_database",
        "postgresql_server",
    }
)


def _absent(reason: str) -> None:
    """Skip the test, or fail it where every server must be there."""
    if os.environ.get("HUB_TEST_REQUIRE_SERVERS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _shared(variable: str) -> str:
    address = os.environ.get(variable, "")
    if not address:
        _absent(f"{variable} is not set: `make test-services` starts the servers.")
    return address


def _starter(made: type[S], stack: ExitStack) -> Callable[..., S]:
    def start(**options: object) -> S:
        server = made(**options)
        try:
            stack.enter_context(running(server))
        except ProblemError as problem:
            _absent(str(problem))
        return server

    return start


@pytest.fixture(scope="session")
def search_server() -> str:
    """Address of the shared Elasticsearch; every test names its indexes for itself."""
    return _shared("HUB_TEST_SEARCH_URL")


@pytest.fixture
def elasticsearch_node() -> Iterator[Callable[..., Elasticsearch]]:
    """A function that starts a node of this test's own, with the options of `Elasticsearch`."""
    with ExitStack() as stack:
        yield _starter(Elasticsearch, stack)


@pytest.fixture
def on_postgresql(db: None) -> None:
    """Make sure that the database of the tests is a PostgreSQL."""
    if connection.vendor != "postgresql":
        _shared("HUB_TEST_DATABASE_URL")


@pytest.fixture
def postgresql_server() -> Iterator[Callable[..., PostgreSQL]]:
    """A function that starts a PostgreSQL of this test's own."""
    with ExitStack() as stack:
        yield _starter(PostgreSQL, stack)


@contextmanager
def database_beside(address: str, name: str, copied: str = "template1") -> Iterator[str]:
    """Make a database of this name on the server of another, and drop it at the end.

    It is empty, or a copy of one that nobody is connected to.
    """
    with psycopg.connect(address, autocommit=True) as server:
        make = "CREATE DATABASE {} TEMPLATE {}"
        server.execute(sql.SQL(make).format(sql.Identifier(name), sql.Identifier(copied)))
        yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        drop = "DROP DATABASE {} WITH (FORCE)"
        server.execute(sql.SQL(drop).format(sql.Identifier(name)))


@pytest.fixture
def postgresql_database() -> Iterator[str]:
    """Address of a new, empty database of this test's own on the shared server."""
    with database_beside(_shared("HUB_TEST_DATABASE_URL"), _new_name()) as made:
        yield made


@pytest.fixture
def migrated_postgresql(transactional_db: None) -> Iterator[str]:
    """Address of a new database of this test's own that is migrated, and holds nothing more.

    It is a copy of that of the tests: the test is one that commits, so that nothing is under way.
    """
    address = _shared("HUB_TEST_DATABASE_URL")
    connection.close()
    with database_beside(address, _new_name(), connection.settings_dict["NAME"]) as made:
        yield made


def _new_name() -> str:
    return f"hub_{uuid.uuid4().hex[:12]}"
