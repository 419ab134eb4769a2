"""What fails, fails before anything slow starts, in one sentence."""

import shutil
import socket
from types import SimpleNamespace

import pytest

from hub.launch import preflight
from hub.launch.terminal import ProblemError


@pytest.fixture
def taken_port():
    with socket.socket() as server:
        server.bind((preflight.HOST, 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_free_port_is_chosen_as_asked(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    monkeypatch.setenv("PORT", str(free))
    assert preflight.chosen_port() == free


def test_a_port_in_use_is_said_with_another_to_try(monkeypatch, taken_port):
    monkeypatch.setenv("PORT", str(taken_port))
    with pytest.raises(ProblemError, match=f"Le port {taken_port} est déjà utilisé.*make run PORT"):
        preflight.chosen_port()


@pytest.mark.parametrize("text", ["abc", "0", "65536", "80 80", "-1", "²"])
def test_what_is_not_a_port_is_said(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(ProblemError, match="n’est pas un port"):
        preflight.chosen_port()


def test_the_data_folder_is_made_where_it_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("HUB_DATA", str(tmp_path / "new" / "data"))
    preflight.check_data_folder()
    assert list((tmp_path / "new" / "data").iterdir()) == []


def test_a_data_folder_that_cannot_be_written_is_said(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("HUB_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(ProblemError, match="n’est pas accessible en écriture"):
        preflight.check_data_folder()


def test_a_full_disk_is_said_with_what_is_needed(monkeypatch, tmp_path):
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    full = SimpleNamespace(free=3 * preflight.MEGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: full)
    with pytest.raises(ProblemError, match="est plein : il reste 3 Mo, il en faut 50"):
        preflight.check_data_folder()


def test_installing_needs_room_only_where_nothing_is_installed(monkeypatch, tmp_path):
    full = SimpleNamespace(free=100 * preflight.MEGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: full)
    monkeypatch.setattr(preflight, "PYTHON", tmp_path / "missing")
    with pytest.raises(ProblemError, match="il en faut 600"):
        preflight.check_room_to_install()
    (tmp_path / "missing").touch()
    preflight.check_room_to_install()
