"""A backup is whole or is not there, keeps no secret, and stores what has not changed once."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.launch.terminal import ProblemError
from hub.operating.backup import inventory, making, postgresql
from hub.operating.backup.files import Earlier, checksum, copy_tree
from hub.operating.backup.making import backups, make_backup
from hub.operating.backup.manifest import read_sums

pytestmark = pytest.mark.django_db


class Database:
    """A database that is dumped as the test says."""

    file, version = "database.sqlite3", "1"

    def dump(self, target):
        target.write_text("rows")
        return {"page": 1}


def names(folder):
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def media(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    folder = Path(settings.MEDIA_ROOT, "images")
    folder.mkdir(parents=True)
    (folder / "ruche.png").write_bytes(b"picture")
    monkeypatch.setattr(making, "current_database", Database)
    return folder


def test_nothing_stays_of_a_backup_that_fails(media, tmp_path, monkeypatch):
    def fail(self, target):
        target.write_text("half")
        raise ProblemError("La base est partie.")

    monkeypatch.setattr(Database, "dump", fail)
    with pytest.raises(CommandError, match="La base est partie"):
        call_command("backup", str(tmp_path / "backups"))
    assert names(tmp_path / "backups") == [".lock"]


def test_a_full_disk_is_said(media, tmp_path, monkeypatch):
    def fail(self, target):
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Database, "dump", fail)
    with pytest.raises(ProblemError, match="le disque est plein"):
        make_backup(tmp_path / "backups")
    assert names(tmp_path / "backups") == [".lock"]


def test_what_a_killed_backup_left_is_no_backup_and_goes(media, tmp_path):
    left = tmp_path / "backups" / "hub-20260101T000000.000000Z.unfinished"
    left.mkdir(parents=True)
    assert backups(tmp_path / "backups") == []
    made = make_backup(tmp_path / "backups")
    assert not left.exists()
    assert backups(tmp_path / "backups") == [made]


def test_keep_deletes_the_oldest_and_touches_nothing_else(media, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    made = [make_backup(folder, keep=2) for _ in range(4)]
    assert backups(folder) == made[-2:]
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize("number", ["0", "-1", "deux"])
def test_keep_is_a_number_of_backups(number, tmp_path):
    with pytest.raises(CommandError, match="au moins 1"):
        call_command("backup", str(tmp_path), f"--keep={number}")


def test_two_backups_do_not_write_at_once(media, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with making._alone(folder), pytest.raises(ProblemError, match="Une autre sauvegarde"):
        make_backup(folder)


def test_a_folder_that_visitors_see_is_refused(media):
    with pytest.raises(ProblemError, match="servi aux visiteurs"):
        make_backup(media / "backups")


def test_only_its_owner_reads_a_backup(media, tmp_path):
    assert make_backup(tmp_path / "backups").stat().st_mode & 0o077 == 0


def test_what_has_not_changed_is_stored_once(media, tmp_path):
    one, two = (make_backup(tmp_path / "backups") for _ in range(2))
    assert (one / "media/images/ruche.png").samefile(two / "media/images/ruche.png")


def test_what_is_damaged_in_the_backup_before_is_stored_anew(media, tmp_path):
    one = make_backup(tmp_path / "backups")
    kept = one / "media/images/ruche.png"
    state = kept.stat()
    kept.write_bytes(b"pictura")
    os.utime(kept, ns=(state.st_atime_ns, state.st_mtime_ns))
    two = make_backup(tmp_path / "backups")
    assert (two / "media/images/ruche.png").read_bytes() == b"picture"


def test_a_file_sent_while_the_database_was_dumped_is_in_the_backup(media, tmp_path, monkeypatch):
    dump = Database.dump

    def send(self, target):
        (media / "late.png").write_bytes(b"late")
        (media / "ruche.png").unlink()
        return dump(self, target)

    monkeypatch.setattr(Database, "dump", send)
    made = make_backup(tmp_path / "backups")
    assert {"media/images/late.png", "media/images/ruche.png"} <= read_sums(made).keys()


def test_a_half_written_file_is_taken_again_whole(media, tmp_path):
    sums = copy_tree(media, tmp_path / "copy", "media", None)
    (media / "ruche.png").write_bytes(b"picture, all of it")
    sums |= copy_tree(media, tmp_path / "copy", "media", None)
    assert sums == {"media/ruche.png": checksum(tmp_path / "copy/media/ruche.png")}
    assert copy_tree(media, tmp_path / "copy", "media", Earlier(tmp_path, {})) == {}


def test_the_inventory_of_settings_holds_no_secret(monkeypatch):
    secrets = {
        "HUB_SECRET_KEY": "s3cret",
        "DATABASE_URL": "postgres://hub:s3cret@db.example.org:5432/hub?sslpassword=s3cret",
        "HUB_EMAIL_URL": "smtps://s3cret:s3cret@mail.example.org",
        "HUB_SEARCH_URL": "https://u:s3cret@one:9200,https://u:s3cret@two:9200",
        "HUB_A_PLUGINS_KEY": "s3cret",
    }
    for name, value in (secrets | {"HUB_URL": "https://hub.example.org"}).items():
        monkeypatch.setenv(name, value)
    told = inventory.settings_inventory()
    assert secrets.keys() <= told.keys()
    assert "s3cret" not in str(told)
    assert told["HUB_URL"] == "https://hub.example.org"
    assert told["DATABASE_URL"] == "postgres://db.example.org:5432/hub"
    assert told["HUB_SEARCH_URL"] == "https://one:9200,https://two:9200"


class TestTheToolsOfPostgresql:
    """What is said where they lack or are too old."""

    @pytest.fixture(autouse=True)
    def no_password(self, monkeypatch):
        monkeypatch.setattr(postgresql, "_parameters", dict)

    def test_absent(self, monkeypatch, tmp_path):
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(ProblemError, match="L’outil pg_dump manque"):
            postgresql._run("pg_dump", ["--version"])

    def test_older_than_the_server(self, monkeypatch, tmp_path):
        tool = tmp_path / "pg_dump"
        tool.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 15.18 (Debian)'\n")
        tool.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(ProblemError, match="version 15, le serveur de la version 17"):
            postgresql._refuse_older("pg_dump", "17")
        postgresql._refuse_older("pg_dump", "15")

    def test_the_reason_of_a_failure_is_told(self, monkeypatch, tmp_path):
        tool = tmp_path / "psql"
        tool.write_text("#!/bin/sh\necho 'notice' >&2; echo 'psql: error: no room' >&2; exit 3\n")
        tool.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(ProblemError, match="psql a échoué : psql: error: no room"):
            postgresql._run("psql", [])
