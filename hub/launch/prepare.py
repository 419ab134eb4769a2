"""Brings a site up to date: database, tree, demo at its first start, index, static files."""

import hashlib
import io
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hub.launch.terminal import Progress, complain, say


class _Counted(io.StringIO):
    """An output that moves a progress forward at each line that holds a word."""

    def __init__(self, progress: Progress, word: str) -> None:
        super().__init__()
        self.progress, self.word = progress, word

    def write(self, text: str) -> int:
        if self.word in text:
            self.progress.advance()
        return len(text)


def missing_migrations() -> int:
    """Return how many migrations the database still lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare(*, static: bool) -> None:
    """Bring the site up to date; `static` also collects the static files that changed."""
    wanted = _demo_wanted()
    _migrate()
    call_command("setup_site")
    if wanted.exists():
        say("Contenu de démonstration :")
        call_command("load_demo")
        wanted.unlink()
    _index()
    if static:
        _collect_static()


def _demo_wanted() -> Path:
    """Return the mark that stands from the first start until the demo is wholly loaded.

    The mark outlives an interrupted first start. A site that started without the demo, or whose
    demo was removed, never gets it by itself.
    """
    mark = Path(settings.DATA_DIR) / "demo_wanted"
    if os.environ.get("DEMO") == "0":
        mark.unlink(missing_ok=True)
    elif "django_migrations" not in connection.introspection.table_names():
        mark.touch()
    return mark


def _migrate() -> None:
    missing = missing_migrations()
    if not missing:
        # Content types and permissions of an interrupted first start are still made.
        call_command("migrate", interactive=False, verbosity=0)
        say("Base de données : à jour")
        return
    progress = Progress("Base de données (migrations)", missing)
    call_command("migrate", interactive=False, stdout=_Counted(progress, " OK"))
    progress.finish()


def _index() -> None:
    """Make the index of search where it lacks, or was made by another version.

    A site without search is better than no site: it is said, and made at the next start.
    """
    try:
        call_command("rebuild_index", if_needed=True)
    except CommandError as refusal:
        complain(f"{refusal} La recherche ne répond pas encore.")


def _collect_static() -> None:
    """Collect, hash and compress the static files, unless none of them changed."""
    sources = _static_sources()
    fingerprint = hashlib.sha256("\n".join(sources).encode()).hexdigest()
    stamp = Path(settings.DATA_DIR) / "static_fingerprint"
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        say("Fichiers statiques : à jour")
        return
    progress = Progress("Fichiers statiques", len(sources))
    output = _Counted(progress, "Post-processed")
    call_command("collectstatic", interactive=False, clear=True, verbosity=2, stdout=output)
    stamp.write_text(fingerprint, encoding="ascii")
    progress.finish()


def _static_sources() -> list[str]:
    """Return one line for each static file, which changes when the file does."""
    lines = []
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            lines.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return sorted(lines)
