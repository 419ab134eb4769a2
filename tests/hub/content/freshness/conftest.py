"""A fiche that a visitor has already read."""

import pytest
from django.db import connection

from hub.content.freshness.version import content_version
from tests.factories import InitiativePageFactory


@pytest.fixture
def fiche(home, search_index):
    """A published fiche, on a site whose search answers: without it, nobody keeps the page."""
    fiche = InitiativePageFactory()
    search_index()
    return fiche


@pytest.fixture
def version(db):
    """Return the version as a visitor reads it: what comes next is in another transaction.

    A test is one transaction, of which PostgreSQL moves the version once.
    """

    def read():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('freshness_moves.seen', '', true)")
        return content_version()

    return read


@pytest.fixture
def validator_of(client, version):
    """Return the validator of an address, once the first visit has made the site's settings."""

    def read(url):
        client.get(url)
        etag = client.get(url)["ETag"]
        version()
        return etag

    return read
