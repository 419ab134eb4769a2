"""The environment is made once, and a lock installed only when it changed."""

import importlib.util
from types import SimpleNamespace

import pytest

from hub.launch import environment
from hub.launch.processes import run
from hub.launch.terminal import ProblemError


@pytest.fixture
def checkout(monkeypatch, tmp_path):
    """A checkout with one lock, a usable environment, and a pip that installs nothing."""
    (tmp_path / "lock.txt").write_text("first==1\nsecond==2\n")
    (tmp_path / ".venv").mkdir()
    started = []

    def start(command, *, read):
        started.append(command)
        return SimpleNamespace(stdout=["Collecting first==1\n"], wait=lambda: 0)

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMPS", tmp_path / ".venv" / "installed")
    monkeypatch.setattr(environment, "_is_usable", lambda: True)
    monkeypatch.setattr(environment, "start", start)
    return SimpleNamespace(lock=tmp_path / "lock.txt", started=started)


def test_a_lock_is_installed_once(checkout):
    environment.ensure_environment("lock.txt")
    environment.ensure_environment("lock.txt")
    assert len(checkout.started) == 1


def test_a_lock_that_changed_is_installed_again(checkout):
    environment.ensure_environment("lock.txt")
    checkout.lock.write_text("first==2\n")
    environment.ensure_environment("lock.txt")
    assert len(checkout.started) == 2


def test_a_lock_that_failed_is_tried_again(checkout, monkeypatch):
    failing = SimpleNamespace(stdout=["ERROR: odd\n"], wait=lambda: 1)
    monkeypatch.setattr(environment, "start", lambda command, *, read: failing)
    with pytest.raises(ProblemError, match=r"ERROR: odd\nL’installation de lock\.txt"):
        environment.ensure_environment("lock.txt")
    assert not environment.STAMPS.exists()


def test_a_python_without_venv_names_the_package_to_install(checkout, monkeypatch):
    monkeypatch.setattr(environment, "_is_usable", lambda: False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ProblemError, match=r"sudo apt install python3\.\d+-venv"):
        environment.ensure_environment()


def test_an_environment_made_in_another_folder_is_not_used(monkeypatch, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "pip").write_text("#!/elsewhere/.venv/bin/python\n")
    monkeypatch.setattr(environment, "VENV", tmp_path)
    assert not environment._is_usable()


def test_an_environment_that_is_a_link_is_replaced_and_its_target_left_alone(monkeypatch, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "bin").mkdir(parents=True)
    (elsewhere / "bin" / "python").write_text("theirs")
    (tmp_path / ".venv").symlink_to(elsewhere)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    # Without pip, a real environment is made at once.
    monkeypatch.setattr(environment, "run", lambda words: run([*words, "--without-pip"]))
    environment._make()
    assert (elsewhere / "bin" / "python").read_text() == "theirs"
    assert not (tmp_path / ".venv").is_symlink()
    assert (tmp_path / ".venv" / "bin" / "python").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Retrying after NewConnectionError\nERROR: No matching distribution", "Le réseau"),
        ("ERROR: [Errno 28] No space left on device", "Le disque est plein"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "n’est pas celui que lock.txt attend"),
        ("ERROR: No matching distribution found for x==9", "Une dépendance de lock.txt est intr"),
        ("ERROR: something else", "L’installation de lock.txt a échoué"),
    ],
)
def test_each_failure_of_pip_has_its_sentence(said, sentence):
    assert sentence in environment.explain_failure(said, "lock.txt").splitlines()[-1]
