"""A site that an earlier version left is taken over: it migrates, and its pages still answer."""

import json
import tarfile

import psycopg
import pytest

from tests.page_types import PAGE_TYPES
from tests.upgrade.keeping import STATE, run_site

PAGES = 49  # of the state that is kept


@pytest.fixture
def kept(tmp_path):
    """The folder of what an earlier version left."""
    with tarfile.open(STATE) as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path


def check(told):
    assert told["missing"] == 0
    assert set(told["kinds"]) >= set(PAGE_TYPES)
    assert told["pages"] == PAGES
    assert {address: code for address, code in told["answers"].items() if code != 200} == {}
    assert told["found"] > 0


def test_a_site_on_sqlite_is_taken_over(kept):
    check(json.loads(run_site("visit", kept / "sqlite")))


def test_a_site_on_postgresql_is_taken_over(kept, postgresql_database):
    with psycopg.connect(postgresql_database) as database:
        database.execute((kept / "postgresql.sql").read_text())
    check(json.loads(run_site("visit", kept / "postgresql", postgresql_database)))


def test_what_is_kept_is_small():
    assert STATE.stat().st_size < 300_000
