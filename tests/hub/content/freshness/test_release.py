"""A release is the same text in each of its processes, and another in the next one."""

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from hub.content.freshness import release as module
from hub.content.freshness.release import release


@pytest.fixture
def checkout(tmp_path, settings, monkeypatch):
    """A checkout of its own, read anew by `release.__wrapped__`."""
    settings.BASE_DIR = tmp_path
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").write_text("un", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("Django==5.2.19", encoding="utf-8")
    return tmp_path


def test_a_release_is_the_same_each_time(checkout):
    assert release.__wrapped__() == release.__wrapped__()


@pytest.mark.parametrize("changed", ["templates/base.html", "requirements.txt", "hub/new.py"])
def test_a_file_changed_is_another_release(checkout, changed):
    before = release.__wrapped__()
    (checkout / changed).parent.mkdir(exist_ok=True)
    (checkout / changed).write_text("deux", encoding="utf-8")
    assert release.__wrapped__() != before


def test_another_static_file_is_another_release(checkout, monkeypatch):
    before = release.__wrapped__()
    monkeypatch.setattr(staticfiles_storage, "manifest_hash", "abc", raising=False)
    assert release.__wrapped__() != before


def test_another_configuration_is_another_release(checkout, monkeypatch):
    before = release.__wrapped__()
    monkeypatch.setenv("HUB_TILE_URL", "https://tiles.example/{z}/{x}/{y}.png")
    assert release.__wrapped__() != before


@pytest.mark.parametrize("name", sorted(module.UNSAID))
def test_what_no_page_depends_on_is_left_out(checkout, monkeypatch, name):
    before = release.__wrapped__()
    monkeypatch.setenv(name, "autre")
    assert release.__wrapped__() == before


def test_compiled_files_are_left_out(checkout):
    before = release.__wrapped__()
    (checkout / "templates" / "base.cpython-311.pyc").write_bytes(b"x")
    assert release.__wrapped__() == before
