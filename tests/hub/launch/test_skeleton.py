"""`make plugin` writes a plugin that works, and refuses in one sentence what it cannot write."""

import os
import subprocess
import sys

import pytest

from hub.launch import __main__ as launch, skeleton
from hub.launch.processes import PYTHON, ROOT
from hub.launch.terminal import ProblemError


@pytest.mark.parametrize(
    "name",
    ["mon module", "2modules", "Annuaire", "été", "mon-module", "_annuaire", "annuaire_", "a__b",
     "../annuaire", "a" * 31, "mur\n"],
)  # fmt: skip
def test_a_name_that_is_not_one_is_refused(name):
    with pytest.raises(ProblemError, match="n’est pas un nom de module"):
        skeleton.check_name(name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "Donnez un nom"), ("class", "mot réservé"), ("video", "déjà installé")],
)
def test_a_name_that_is_taken_or_missing_is_refused(name, reason):
    with pytest.raises(ProblemError, match=reason):
        skeleton.check_name(name)


def test_the_name_of_an_installed_package_is_refused(monkeypatch):
    monkeypatch.setattr(skeleton, "find_spec", lambda name: name == "hub_annuaire" or None)
    with pytest.raises(ProblemError, match="déjà installé"):
        skeleton.check_name("annuaire")


@pytest.mark.parametrize("name", ["annuaire", "mur_de_citations", "a", "b2b"])
def test_a_good_name_is_accepted(name):
    skeleton.check_name(name)


def test_a_folder_that_exists_is_left_as_it_is(tmp_path):
    (tmp_path / "hub_mur").mkdir()
    with pytest.raises(ProblemError, match="existe déjà : rien n’y a été écrit"):
        skeleton.write("mur", tmp_path / "hub_mur")
    assert list((tmp_path / "hub_mur").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ProblemError, match="ne peut pas être écrit"):
        skeleton.write("mur", tmp_path / "file" / "hub_mur")


def test_a_refusal_is_one_sentence_and_no_traceback():
    done = subprocess.run(
        [sys.executable, "-m", "hub.launch.skeleton", "2 murs"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("NAME=2 murs n’est pas un nom de module")
    assert len(done.stderr.splitlines()) == 1


def test_the_plugin_that_is_written_is_installed_and_its_tests_are_green(tmp_path, request):
    site = tmp_path / "site"
    made = subprocess.run(
        [sys.executable, "-m", "hub.launch.skeleton", "mur_de_voix", tmp_path, site],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert "Ses tests :" in made.stdout
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("HUB_", "DJ"))}
    cache = request.config.cache.mkdir("hub").parent.parent
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-o", f"cache_dir={cache}"],
        cwd=tmp_path / "hub_mur_de_voix",
        env=kept | {"PYTHONPATH": f"{site}:{ROOT}", "PYTEST_PLUGINS": "tests.migrated"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert tested.returncode == 0, tested.stdout
    assert "passed" in tested.stdout


def test_make_plugin_hands_on_its_name_and_its_folder(monkeypatch):
    became = []
    monkeypatch.setattr(launch, "ensure_environment", lambda *locks: None)
    monkeypatch.setattr(launch, "become", became.append)
    monkeypatch.setenv("NAME", "mur")
    monkeypatch.setenv("FOLDER", "ailleurs")
    launch.plugin()
    assert became == [[PYTHON, "-m", "hub.launch.skeleton", "mur", "ailleurs"]]
