"""A site is brought up to date at each start, and gets the demo at its first one only."""

import pytest
from django.core.management import CommandError
from django.db import connection

from hub.launch import prepare


@pytest.fixture
def steps(monkeypatch, settings, tmp_path):
    """The commands that were called; the data folder is empty."""
    called = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: called.append(name))
    settings.DATA_DIR = tmp_path
    return called


@pytest.fixture
def fresh_database(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", lambda *cursor: [])


def test_the_first_start_loads_the_demo(db, steps, fresh_database):
    prepare.prepare(static=False)
    assert steps == ["migrate", "setup_site", "load_demo", "rebuild_index"]


def test_a_later_start_does_not_load_the_demo(db, steps):
    prepare.prepare(static=False)
    assert steps == ["migrate", "setup_site", "rebuild_index"]


def test_demo_0_starts_without_the_demo(db, steps, fresh_database, monkeypatch):
    monkeypatch.setenv("DEMO", "0")
    prepare.prepare(static=False)
    assert steps == ["migrate", "setup_site", "rebuild_index"]


def test_an_interrupted_demo_is_resumed_at_the_next_start(
    db, steps, fresh_database, monkeypatch, settings
):
    def stop_at_the_demo(name, **options):
        if name == "load_demo":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(prepare, "call_command", stop_at_the_demo)
        with pytest.raises(KeyboardInterrupt):
            prepare.prepare(static=False)
    monkeypatch.setattr(
        connection.introspection, "table_names", lambda *cursor: ["django_migrations"]
    )
    prepare.prepare(static=False)
    prepare.prepare(static=False)
    assert steps.count("load_demo") == 1


def test_a_site_without_an_index_starts_and_says_so(db, monkeypatch, settings, tmp_path, capsys):
    def refuse_the_index(name, **options):
        if name == "rebuild_index":
            raise CommandError("Index de recherche : le disque est plein.")

    monkeypatch.setattr(prepare, "call_command", refuse_the_index)
    settings.DATA_DIR = tmp_path
    prepare.prepare(static=False)
    assert "le disque est plein. La recherche ne répond pas encore." in capsys.readouterr().err


def test_static_files_are_collected_only_when_one_changed(db, steps, settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "style.css").write_text("a {}")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").touch()
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    prepare.prepare(static=True)
    prepare.prepare(static=True)
    assert steps.count("collectstatic") == 1
    (source / "style.css").write_text("a { color: red }")
    prepare.prepare(static=True)
    assert steps.count("collectstatic") == 2


def test_a_migrated_database_lacks_no_migration(db):
    assert prepare.missing_migrations() == 0
