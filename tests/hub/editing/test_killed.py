"""A writer killed between its two writes leaves both or none, in a database on disk."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings


def run(action, data):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HUB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "hub.settings.dev"}
    command = [sys.executable, "-m", "tests.hub.editing.killed_writer", action]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated_sqlite):
    """A small site: a published page, one in moderation, two whose hour has come."""
    data = tmp_path_factory.mktemp("killed")
    shutil.copyfile(migrated_sqlite, data / "hub.sqlite3")
    made = run("prepare", data)
    assert made.returncode == 0, made.stderr
    return data


@pytest.fixture
def after_the_kill(site, tmp_path):
    """Return what the pages are, by slug, once a process was killed in the middle of an action."""

    def pages(action):
        shutil.copytree(site, tmp_path, dirs_exist_ok=True)
        before = read(tmp_path)
        killed = run(action, tmp_path)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        return before, read(tmp_path)

    return pages


def read(data):
    """Return (title, live, revisions) of each page, and check that the file is sound."""
    with closing(sqlite3.connect(data / "hub.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute(
            "SELECT slug, title, live, (SELECT COUNT(*) FROM wagtailcore_revision revision "
            "WHERE revision.object_id = CAST(page.id AS text)) FROM wagtailcore_page page"
        )
        return {slug: (title, live, revisions) for slug, title, live, revisions in rows}


@pytest.mark.parametrize("action", ["edit", "create", "approve"])
def test_nothing_is_left_of_a_publication_that_was_cut(after_the_kill, action):
    before, after = after_the_kill(action)
    assert after == before


def test_a_scheduled_page_that_was_cut_waits_and_the_one_before_is_published(after_the_kill):
    before, after = after_the_kill("schedule")
    assert before["premiere"] == ("premiere", 0, 1)
    assert after["premiere"] == ("premiere", 1, 1)
    assert after["seconde"] == before["seconde"]
