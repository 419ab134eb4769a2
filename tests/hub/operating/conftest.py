"""Whole sites in folders of their own, on which commands run as their operator runs them."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hub.launch.processes import ROOT
from tests.services.fixtures import database_beside

SETTINGS = "tests.hub.operating.settings"
PATIENCE = 600


@dataclass
class Site:
    """A site that no test shares."""

    data: Path
    database_url: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("HUB_", "DATABASE_URL"))}
        own = {"HUB_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": SETTINGS}
        where = {"DATABASE_URL": self.database_url} if self.database_url else {}
        return kept | own | where | self.more

    def start(self, *command):
        """Start a command of `manage.py` beside the test."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, command)],
            cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def ask(self, *command):
        """Run a command of `manage.py`; return its code and all that it said."""
        with self.start(*command) as process:
            out, err = process.communicate(timeout=PATIENCE)
        return process.returncode, out + err

    def manage(self, *command):
        """Run a command of `manage.py` that succeeds; return what it said."""
        code, said = self.ask(*command)
        assert code == 0, said
        return said

    def play(self, script, *words):
        """Run a function of `tests.hub.operating.scripts` on the site; return what it returns."""
        command = "import sys; from tests.hub.operating.scripts import main; main(*sys.argv[1:])"
        done = subprocess.run(
            [sys.executable, "-c", command, script, *map(str, words)],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=PATIENCE,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def start_playing(self, script, *words):
        """Start such a function beside the test."""
        command = "import sys; from tests.hub.operating.scripts import main; main(*sys.argv[1:])"
        return subprocess.Popen(
            [sys.executable, "-c", command, script, *map(str, words)],
            cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip


@pytest.fixture
def empty_site(tmp_path):
    """A function that makes a site without database nor files."""

    def make(name="site", database_url="", **more):
        (tmp_path / name).mkdir()
        return Site(tmp_path / name, database_url, more)

    return make


@pytest.fixture
def migrated_site(empty_site, migrated_sqlite):
    """A site on SQLite whose database is migrated, and holds nothing more."""
    site = empty_site("migrated")
    shutil.copyfile(migrated_sqlite, site.data / "hub.sqlite3")
    return site


@pytest.fixture
def second_database(postgresql_database):
    """Address of another empty database beside `postgresql_database`."""
    name = f"{urlsplit(postgresql_database).path[1:]}_second"
    with database_beside(postgresql_database, name) as made:
        yield made
