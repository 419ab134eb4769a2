"""Makes a backup: written beside, put in place once whole."""

import datetime
import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from hub.launch.terminal import ProblemError
from hub.locks import held
from hub.operating.backup.database import current_database
from hub.operating.backup.files import Earlier, checksum, copy_tree, files_below, keep_folder
from hub.operating.backup.inventory import applied_migrations, release, settings_inventory
from hub.operating.backup.manifest import SUMS, Manifest, read_sums

NAME = re.compile(r"hub-\d{8}T\d{6}\.\d{6}Z")
UNFINISHED = ".unfinished"
STYLESHEET = "theme.css"


def make_backup(folder: Path, keep: int | None = None) -> Path:
    """Save the site in a new folder below `folder`; return it. With `keep`, delete older ones.

    Raises:
        ProblemError: it cannot be made; nothing of it stays then.
    """
    folder = folder.resolve()
    _refuse_served(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(folder):
            _clear_unfinished(folder)
            made = _write(folder)
            if keep is not None:
                for old in backups(folder)[:-keep]:
                    shutil.rmtree(old)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        reason = "le disque est plein" if full else f"{error.strerror}, {error.filename}"
        raise ProblemError(f"La sauvegarde n’a pas pu être écrite : {reason}.") from None
    return made


def backups(folder: Path) -> list[Path]:
    """Return the whole backups below a folder, the oldest first."""
    found = (path for path in folder.iterdir() if NAME.fullmatch(path.name))
    return sorted(path for path in found if (path / SUMS).is_file())


def stamp() -> str:
    """Return now, in a form that sorts."""
    return f"{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%S.%fZ}"


def _write(folder: Path) -> Path:
    moment = stamp()
    draft = folder / f"hub-{moment}{UNFINISHED}"
    draft.mkdir(mode=0o700)
    try:
        _fill(draft, moment, _earlier(folder))
        whole = draft.rename(folder / f"hub-{moment}")
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    keep_folder(folder)
    return whole


def _fill(draft: Path, moment: str, earlier: Earlier | None) -> None:
    database, media = current_database(), Path(settings.MEDIA_ROOT)
    (draft / "media").mkdir()
    # Before the database and after it: every file that one of its rows names is among them, were
    # it sent or deleted meanwhile.
    sums = copy_tree(media, draft, "media", earlier)
    rows = database.dump(draft / database.file)
    migrations = applied_migrations()
    sums |= copy_tree(media, draft, "media", earlier)
    sums[database.file] = checksum(draft / database.file)
    if settings.HUB_STYLESHEET.is_file():
        shutil.copyfile(settings.HUB_STYLESHEET, draft / STYLESHEET)
        sums[STYLESHEET] = checksum(draft / STYLESHEET)
    Manifest(
        made_at=moment,
        database=database.file,
        database_version=database.version,
        rows=rows,
        migrations=migrations,
        release=release(),
        settings=settings_inventory(),
        media_files=sum(name.startswith("media/") for name in sums),
        sums=sums,
    ).write(draft)
    for name in {"", *(str(Path(name).parent) for name in files_below(draft))}:
        keep_folder(draft / name)


def _earlier(folder: Path) -> Earlier | None:
    whole = backups(folder)
    return Earlier(whole[-1], read_sums(whole[-1])) if whole else None


def _clear_unfinished(folder: Path) -> None:
    """Remove what a backup that was killed has left; nobody else writes now."""
    for path in folder.glob(f"hub-*{UNFINISHED}"):
        shutil.rmtree(path)


def _refuse_served(folder: Path) -> None:
    for served in map(Path, (settings.MEDIA_ROOT, settings.STATIC_ROOT)):
        if folder.is_relative_to(served.resolve()):
            raise ProblemError(
                f"{folder} est servi aux visiteurs : choisissez un autre dossier de sauvegarde."
            )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with held(folder / ".lock") as is_ours:
        if not is_ours:
            raise ProblemError(f"Une autre sauvegarde s’écrit déjà dans {folder}.")
        yield
