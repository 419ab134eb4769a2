"""With what a site runs: its versions and its settings, without what must stay secret."""

import os
import platform
from importlib import metadata
from urllib.parse import urlsplit

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

# Whose value is no secret. Of any other, those of plugins included, only the name is written.
SHOWN = frozenset({
    "HUB_URL", "HUB_HEADLESS_URL", "HUB_HOSTS", "HUB_DATA", "HUB_STYLESHEET", "HUB_TASKS",
    "HUB_BEHIND_PROXY", "HUB_EMAIL_FROM", "HUB_TILE_URL", "HUB_TILE_ATTRIBUTION", "HUB_PLUGINS",
    "HUB_LOG", "HUB_VERIFY_AFTER_MONTHS", "HUB_STYLEGUIDE", "HUB_BACKUP_DIR", "HUB_BACKUP_HOURS",
    "HUB_BACKUP_KEEP", "HUB_SEARCH_CA", "HUB_SEARCH_PREFIX", "HUB_SEARCH_SHARDS",
    "HUB_WAGTAIL_API", "HUB_SEARCH_REPLICAS", "HUB_SEARCH_SECONDS",
})  # fmt: skip
# Of these, all but the names, passwords and keys in them.
ADDRESSES = frozenset({"DATABASE_URL", "HUB_EMAIL_URL", "HUB_SEARCH_URL"})
SECRET = "(défini, sa valeur n’est pas sauvegardée)"  # noqa: S105 - the opposite


def settings_inventory() -> dict[str, str]:
    """Return the variables that are set, with their values where these are no secret."""
    names = sorted(name for name in os.environ if name.startswith("HUB_") or name in ADDRESSES)
    return {name: _told(name, os.environ[name]) for name in names}


def release() -> dict[str, str]:
    """Return the versions that decide whether another machine can take the backup."""
    packages = ("Django", "wagtail")
    return {"python": platform.python_version()} | {
        name.lower(): metadata.version(name) for name in packages
    }


def applied_migrations() -> list[list[str]]:
    """Return the migrations that the database has had, in order."""
    return sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations())


def _told(name: str, value: str) -> str:
    if name in SHOWN:
        return value
    if name not in ADDRESSES:
        return SECRET
    return ",".join(map(_without_secrets, value.split(",")))


def _without_secrets(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return SECRET
    if not parts.hostname:
        return SECRET
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"
