"""A migrated SQLite database kept between runs: migrating takes longer than most tests."""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings


def sqlite_name():
    """Return the file of the test database, None where it is not SQLite."""
    database = settings.DATABASES["default"]
    return database["TEST"]["NAME"] if "sqlite3" in database["ENGINE"] else None


def template_path(cache_folder):
    """Return where the migrated database is kept, under a name that any migration changes."""
    ours = sorted(settings.BASE_DIR.glob("*/**/migrations/*.py"))
    read = [settings.BASE_DIR / "requirements.txt", *(p for p in ours if ".venv" not in p.parts)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in read)).hexdigest()[:16]
    return Path(cache_folder) / f"migrated-{digest}.sqlite3"


def copy_template(template, name):
    """Put a copy of the migrated database at `name`; tell whether there was one."""
    if not template.exists():
        return False
    shutil.copyfile(template, name)
    return True


def keep_template(name, template):
    """Keep the database at `name`, just migrated, for the next run."""
    template.parent.mkdir(parents=True, exist_ok=True)
    draft = template.with_suffix(f".{os.getpid()}")
    source, target = sqlite3.connect(name), sqlite3.connect(draft)
    source.backup(target)
    source.close()
    target.close()
    draft.replace(template)
