"""What is running: code, templates, dependencies, static files and configuration."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

SOURCES = (
    "hub",
    "home",
    "initiatives",
    "search",
    "templates",
    "pyproject.toml",
    "requirements.txt",
)
SUFFIXES = frozenset({".csv", ".html", ".json", ".mo", ".py", ".svg", ".toml", ".txt", ".xml"})
# A secret, and the number of a process.
UNSAID = frozenset({"HUB_SECRET_KEY", "HUB_SUPERVISOR"})


@cache
def release() -> str:
    """Return the same text in all processes of one release, and another one in the next.

    Read once, when the process starts: the files may already be those of the next release.
    """
    digest = hashlib.sha256()
    for path in _files(settings.BASE_DIR):
        digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
        digest.update(path.read_bytes())
    digest.update(str(getattr(staticfiles_storage, "manifest_hash", "")).encode())
    for name, value in sorted(os.environ.items()):
        if name.startswith("HUB_") and name not in UNSAID:
            digest.update(f"{name}={value}".encode())
    return digest.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    for name in SOURCES:
        top = base / name
        inside = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in inside if path.suffix in SUFFIXES and path.is_file())
