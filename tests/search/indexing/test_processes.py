"""Several processes write to one index, and one is killed: nothing lost, nothing twice."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.database import copy_template, template_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(request, tmp_path, django_db_setup):
    """Return what the index holds after an action, in processes of their own."""
    copy_template(template_path(request.config.cache.mkdir("hub")), tmp_path / "hub.sqlite3")
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HUB_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "hub.settings.dev"}

    def run(action):
        command = [sys.executable, "-m", "tests.search.indexing.publishing_processes", action]
        done = subprocess.run(
            command,
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1]), done.stderr

    return run


def test_four_processes_publish_at_once_and_every_page_is_found_once(run):
    held, said = run("race")
    assert held == {"state": "ready", "total": 100, "live": 100, "waiting": 0, "differs": False}
    assert "ERROR" not in said


def test_a_writer_killed_at_any_moment_leaves_an_index_that_opens_and_is_right(run):
    held, _ = run("killed")
    assert held["state"] == "ready"
    assert held["total"] == held["live"] > 0
    assert held["waiting"] == 0
    assert not held["differs"]
