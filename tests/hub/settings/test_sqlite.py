"""Which SQLite may be trusted in WAL mode."""

import sqlite3

import pytest

from hub.settings.sqlite import is_affected


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 44, 5), (3, 50, 6), (3, 45, 0)])
def test_a_library_with_the_bug_is_known(version):
    assert is_affected(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 44, 6), (3, 50, 7), (3, 53, 4), (4, 0, 0)])
def test_a_library_without_the_bug_is_known(version):
    assert not is_affected(version)


def test_the_library_in_use_is_sound():
    assert not is_affected(sqlite3.sqlite_version_info)
