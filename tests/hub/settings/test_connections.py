"""A connection to PostgreSQL is kept from one request to the next, and made anew when it broke."""

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler


@pytest.fixture
def server(postgresql_server, on_postgresql):
    """A PostgreSQL of this test's own, which it may end."""
    return postgresql_server()


@pytest.fixture
def connection(server):
    """A connection with the options of the site."""
    address = {"HOST": "127.0.0.1", "PORT": server.port, "NAME": "hub", "USER": "hub"}
    made = ConnectionHandler({"default": settings.DATABASES["default"] | address})["default"]
    yield made
    made.close()


def served_by(connection):
    """Return the process of the server that answers a request."""
    connection.close_if_unusable_or_obsolete()  # as Django does when a request begins and ends
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_two_requests_share_a_connection(connection):
    assert served_by(connection) == served_by(connection)


def test_a_server_that_was_restarted_is_found_again(connection, server):
    before = served_by(connection)
    server.kill()
    server.start()
    server.wait()
    assert served_by(connection) != before
