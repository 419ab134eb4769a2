"""Puts a backup in place: everything is verified before anything is touched."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from hub.launch.prepare import missing_migrations
from hub.launch.terminal import ProblemError
from hub.operating.backup.database import Database, current_database
from hub.operating.backup.files import files_below
from hub.operating.backup.making import STYLESHEET, stamp
from hub.operating.backup.manifest import Manifest, read_manifest, verify

KINDS = {"database.sqlite3": "SQLite", "database.dump": "PostgreSQL"}


@dataclass(frozen=True)
class Restored:
    """What was put in place, and where what it replaced is kept."""

    manifest: Manifest
    aside: Path | None


def restore(folder: Path, *, is_replacing: bool) -> Restored:
    """Put the backup of a folder in the place of this site; index it.

    Raises:
        ProblemError: it cannot be; nothing has changed then, unless the sentence says so.
    """
    folder = folder.resolve()
    manifest, database = read_manifest(folder), current_database()
    verify(folder, manifest)
    _check_it_fits(folder, manifest, database)
    is_empty = database.is_empty() and not any(files_below(Path(settings.MEDIA_ROOT)))
    if not is_empty and not is_replacing:
        raise ProblemError(
            "Ce site a déjà un contenu : rien n’a été touché. Avec --replace, il est mis de côté "
            "et remplacé par la sauvegarde."
        )
    database.refuse_company()
    aside = None if is_empty else _folder_aside()
    _put_in_place(folder, manifest, database, aside)
    if missing_migrations():
        call_command("migrate", interactive=False, verbosity=0)
    return Restored(manifest, aside)


def _check_it_fits(folder: Path, manifest: Manifest, database: Database) -> None:
    if manifest.database != database.file:
        there, here = (KINDS.get(name, name) for name in (manifest.database, database.file))
        hint = " ; move_database l’y porte ensuite" if here == "PostgreSQL" else ""
        raise ProblemError(
            f"La sauvegarde vient de {there}, ce site est sur {here} (DATABASE_URL) : restaurez-la "
            f"sur {there}{hint}."
        )
    newer = _unknown(manifest.migrations)
    if newer:
        raise ProblemError(
            "La sauvegarde vient d’une version plus récente du site : mettez d’abord le site à "
            f"jour ({', '.join(newer[:3])})."
        )
    database.check(folder / manifest.database, manifest.rows, manifest.database_version)


def _unknown(migrations: list[list[str]]) -> list[str]:
    """Return the migrations of a backup that this version lacks; absent plugins do not count."""
    on_disk = MigrationLoader(None).disk_migrations or {}
    known = set(on_disk).union(*(set(one.replaces) for one in on_disk.values()))
    apps = {app for app, _ in on_disk}
    return [f"{app}.{name}" for app, name in migrations if app in apps and (app, name) not in known]


def _put_in_place(folder: Path, manifest: Manifest, database: Database, aside: Path | None) -> None:
    media, stylesheet = Path(settings.MEDIA_ROOT), settings.HUB_STYLESHEET
    fresh = media.with_name(f"{media.name}.restored")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        if manifest.media_files:
            shutil.copytree(folder / "media", fresh, dirs_exist_ok=True)
        database.replace(folder / manifest.database, aside)
        _swap(fresh, media, aside)
        if (folder / STYLESHEET).exists():
            shutil.copyfile(folder / STYLESHEET, f"{stylesheet}.restored")
            _swap(Path(f"{stylesheet}.restored"), stylesheet, aside)
    except OSError as error:
        kept = f" Ce qui a été remplacé est dans {aside}." if _holds(aside) else ""
        raise ProblemError(
            f"La restauration s’est arrêtée ({error.strerror}, {error.filename}). Corrigez, puis "
            f"relancez-la avec --replace.{kept}"
        ) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if aside is not None and not _holds(aside):
            aside.rmdir()


def _swap(fresh: Path, place: Path, aside: Path | None) -> None:
    if place.exists() and aside is not None:
        place.rename(aside / place.name)
    elif place.is_dir():
        shutil.rmtree(place)
    fresh.rename(place)


def _holds(aside: Path | None) -> bool:
    return aside is not None and any(aside.iterdir())


def _folder_aside() -> Path:
    aside = Path(settings.DATA_DIR) / f"replaced-{stamp()}"
    aside.mkdir(mode=0o700)
    return aside
