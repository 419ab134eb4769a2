"""A backup made while somebody writes becomes a whole site elsewhere, on both databases."""

import json

from hub.operating.backup.files import checksum

ANSWER = "/initiatives/?q=conciergeries"


def newest(folder):
    return max(path for path in folder.iterdir() if path.name.startswith("hub-"))


def assert_same(found, expected):
    """Compare rows, files and answers, and name what differs."""
    for part, all_of_it in expected.items():
        other = found[part]
        differing = {name for name in all_of_it.keys() | other.keys()
                     if all_of_it.get(name) != other.get(name)}  # fmt: skip
        assert differing == set(), part


def backup_under_writing(site, folder):
    """Back up while another process publishes; return the backup."""
    writer = site.start_playing("write_for_ever")
    try:
        writer.stdout.readline()
        site.manage("backup", folder)
    finally:
        writer.kill()
        written = len(writer.communicate()[0].splitlines())
    assert written > 1, "nobody wrote meanwhile"
    return newest(folder)


def rehearse(site, elsewhere, folder):
    """Restore a backup made under writing, then one made at rest over it."""
    under_fire = backup_under_writing(site, folder)
    told = json.loads((under_fire / "manifest.json").read_text())["rows"]
    elsewhere.manage("restore", under_fire)
    restored = elsewhere.play("restored")
    assert restored["missing_files"] == []
    assert "ce que disent les pages" in restored["check_index"]
    rows = restored["rows"]
    assert rows["initiatives.InitiativePage"][0] == told["initiatives_initiativepage"] >= 4
    assert rows["content.HubImage"][0] == told["content_hubimage"] >= 4

    at_rest = site.play("at_rest")
    site.manage("backup", folder, "--keep", "1")
    assert not under_fire.exists()
    assert "est gardé dans" in elsewhere.manage("restore", newest(folder), "--replace")
    assert_same(elsewhere.play("content"), at_rest)
    assert at_rest["pages"][ANSWER][1], "the search found nothing"


def test_on_sqlite(migrated_site, empty_site, tmp_path):
    migrated_site.play("fill")
    rehearse(migrated_site, empty_site("elsewhere"), tmp_path / "backups")


def test_moved_to_postgresql_and_restored_there(
    migrated_site, empty_site, tmp_path, postgresql_database, second_database
):
    site = migrated_site
    site.play("fill")
    before, file = site.play("content"), site.data / "hub.sqlite3"
    untouched = checksum(file)
    assert "La base SQLite n’a pas changé" in site.manage("move_database", postgresql_database)
    assert checksum(file) == untouched
    code, said = site.ask("move_database", postgresql_database)
    assert (code, "n’est pas vide" in said) == (1, True)

    site.database_url = postgresql_database
    assert_same(site.play("content"), before)
    rehearse(site, empty_site("elsewhere", second_database), tmp_path / "backups")
    found = site.play("postgresql")
    assert found["found"] >= 3, "full-text search of the admin"
    assert found["moves"], "the triggers of the content version"
    assert found["is_new"], "the sequences"
