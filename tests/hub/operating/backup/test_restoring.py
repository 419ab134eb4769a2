"""What a restoration refuses, before it touches anything."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from hub.launch.terminal import ProblemError
from hub.operating.backup import restoring
from hub.operating.backup.manifest import Manifest, read_manifest, verify


@pytest.fixture
def backup(tmp_path):
    """A backup with one picture."""
    folder = tmp_path / "hub-20261127T120000.000000Z"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "ruche.png").write_bytes(b"picture")
    (folder / "database.sqlite3").write_bytes(b"rows")
    from hub.operating.backup.files import checksum

    sums = {name: checksum(folder / name) for name in ("database.sqlite3", "media/ruche.png")}
    Manifest(
        made_at="20261127T120000.000000Z", database="database.sqlite3", database_version="3.53",
        rows={}, migrations=[], release={}, settings={}, media_files=1, sums=sums,
    ).write(folder)  # fmt: skip
    return folder


def fault(folder):
    with pytest.raises(ProblemError) as raised:
        verify(folder, read_manifest(folder))
    return str(raised.value)


def test_a_whole_backup_is_accepted(backup):
    verify(backup, read_manifest(backup))


def test_one_changed_byte_is_seen(backup):
    (backup / "media" / "ruche.png").write_bytes(b"pictura")
    assert fault(backup).endswith("Fichiers abîmés : 1 (media/ruche.png).")


def test_a_missing_file_is_seen(backup):
    (backup / "media" / "ruche.png").unlink()
    assert "manquants : 1 (media/ruche.png)" in fault(backup)


def test_a_file_that_nobody_saved_is_seen(backup):
    (backup / "media" / "intrus.html").write_text("<script>")
    assert "inconnus : 1 (media/intrus.html)" in fault(backup)


def test_a_link_in_the_place_of_a_file_is_refused(backup, tmp_path):
    kept = backup / "media" / "ruche.png"
    elsewhere = kept.rename(tmp_path / "ruche.png")
    kept.symlink_to(elsewhere)
    assert "abîmés" in fault(backup)


def test_names_that_lead_out_of_the_backup_are_refused(backup):
    sums = backup / "SHA256SUMS"
    sums.write_text(sums.read_text() + f"{'0' * 64}  ../outside\n")
    with pytest.raises(ProblemError, match="en dehors"):
        read_manifest(backup)


def test_names_with_odd_signs_are_read_as_they_were_written(backup):
    odd = "media/deux\nlignes \\ barre\udce9.png"
    manifest = read_manifest(backup)
    sums = dict(manifest.sums) | {odd: "0" * 64}
    del sums["manifest.json"]
    for name in ("manifest.json", "SHA256SUMS"):
        (backup / name).unlink()
    Manifest(**(vars(manifest) | {"sums": sums})).write(backup)
    assert odd in read_manifest(backup).sums


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "x": 1}'])
def test_an_unreadable_inventory_is_said(backup, text):
    (backup / "manifest.json").write_text(text)
    with pytest.raises(ProblemError, match=r"illisible|format"):
        read_manifest(backup)


def test_a_folder_that_is_no_backup_is_said(tmp_path):
    with pytest.raises(CommandError, match="n’est pas une sauvegarde"):
        call_command("restore", str(tmp_path))


def test_a_backup_of_a_newer_version_is_refused(backup):
    newer = [["home", "9999_from_the_future"], ["a_plugin_that_is_absent", "0001_initial"]]
    assert restoring._unknown(newer) == ["home.9999_from_the_future"]


class TestOnASite:
    """Refusals on a site that has content."""

    def test_a_damaged_backup_touches_nothing(self, migrated_site, tmp_path):
        site, folder = migrated_site, tmp_path / "backups"
        site.manage("backup", folder)
        (backup,) = (path for path in folder.iterdir() if path.is_dir())
        damaged = tmp_path / "damaged"
        shutil.copytree(backup, damaged)
        with (damaged / "database.sqlite3").open("r+b") as file:
            file.seek(4096)
            file.write(b"\0" * 64)
        before = (site.data / "hub.sqlite3").read_bytes()
        code, said = site.ask("restore", damaged, "--replace")
        assert (code, "abîmés" in said) == (1, True)
        code, said = site.ask("restore", backup)
        assert (code, "a déjà un contenu" in said) == (1, True)
        assert (site.data / "hub.sqlite3").read_bytes() == before
        assert not list(site.data.glob("replaced-*"))

        running = site.start("shell", "-c", "import time;from django.db import connection as c;"
                             "c.cursor();print('ready', flush=True);time.sleep(60)")  # fmt: skip
        try:
            while "ready" not in running.stdout.readline():
                pass
            code, said = site.ask("restore", backup, "--replace")
        finally:
            running.kill()
            running.communicate()
        assert (code, "Le site est en marche" in said) == (1, True)

        (site.data / "hub.sqlite3").write_bytes(b"\0" * 8192)
        assert "Restauré" in site.manage("restore", backup, "--replace")
        assert json.loads((backup / "manifest.json").read_text())["rows"]["wagtailcore_page"]
