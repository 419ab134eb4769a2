"""A package of this machine is installed by a link, without a network, as pip would leave it."""

import subprocess
import sys

import pytest

from hub.launch.linking import SAMPLE, link_package
from hub.launch.terminal import ProblemError

FOUND = """
import site, sys
site.addsitedir(sys.argv[1])
from importlib.metadata import entry_points, version
(point,) = entry_points(group="hub")
import hub_quote_wall
print(version("hub-quote-wall"), point.name, point.value, hub_quote_wall.__file__)
"""


def python(*command):
    """Run a Python that has only its own packages and those it is told of."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", *map(str, command)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_package_is_found_with_its_entry_point_and_can_be_imported(tmp_path):
    link_package(SAMPLE, tmp_path)
    version, name, value, where = python("-c", FOUND, tmp_path).split()
    assert (version, name, value) == ("1.2.0", "quote_wall", "hub_quote_wall.plugin")
    assert where == str(SAMPLE / "hub_quote_wall" / "__init__.py")


def test_pip_lists_it_and_its_record_names_every_file(tmp_path):
    link_package(SAMPLE, tmp_path)
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--path", tmp_path, "--format", "freeze"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert listed.stdout.split() == ["hub-quote-wall==1.2.0"]
    (record,) = tmp_path.glob("*.dist-info/RECORD")
    named = {line.partition(",")[0] for line in record.read_text().splitlines()}
    written = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    assert named == written


def test_another_version_takes_the_place_of_the_one_before(tmp_path):
    project, site = tmp_path / "project", tmp_path / "site"
    for folder in (project, site):
        folder.mkdir()
    for version in ("1.0", "1.1", "1.1"):
        described = f'[project]\nname = "hub-wall"\nversion = "{version}"\n'
        (project / "pyproject.toml").write_text(described)
        link_package(project, site)
    assert [path.name for path in sorted(site.iterdir())] == [
        "__editable__.hub_wall-1.1.pth",
        "hub_wall-1.1.dist-info",
    ]


@pytest.mark.parametrize("text", [None, "[project", "[project]\nname = 'x'\n", "[tool]\n"])
def test_a_folder_that_describes_no_package_is_refused(tmp_path, text):
    if text is not None:
        (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ProblemError, match="ne décrit aucun paquet"):
        link_package(tmp_path, tmp_path)
