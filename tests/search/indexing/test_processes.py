"""Several processes write to one index, and one is killed: nothing lost, nothing twice."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from django.conf import settings


def run_on(data, action, **database):
    """Return what the index holds after an action in other processes, and what they said."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HUB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "hub.settings.dev"} | database
    command = [sys.executable, "-m", "tests.search.indexing.publishing_processes", action]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), done.stderr


@pytest.fixture
def run(tmp_path, migrated_sqlite):
    """Return what the index of a site on SQLite holds after an action."""
    shutil.copyfile(migrated_sqlite, tmp_path / "hub.sqlite3")
    return lambda action: run_on(tmp_path, action)


def holds_each_page_once(held, said):
    published = {"revisions": 400, "published": 400, "live": 100}
    return (
        held == published | {"state": "ready", "total": 100, "waiting": 0, "differs": False}
        and "ERROR" not in said
    )


def test_four_editors_publish_at_once_and_nothing_is_lost_or_doubled(run):
    held, said = run("race")
    assert holds_each_page_once(held, said), (held, said)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_four_editors_publish_at_once_on_postgresql(migrated_postgresql, tmp_path):
    held, said = run_on(tmp_path, "race", DATABASE_URL=migrated_postgresql)
    assert holds_each_page_once(held, said), (held, said)


def test_a_writer_killed_at_any_moment_leaves_an_index_that_opens_and_is_right(run):
    held, _ = run("killed")
    assert held["state"] == "ready"
    assert held["total"] == held["live"] > 0
    assert held["waiting"] == 0
    assert not held["differs"]
