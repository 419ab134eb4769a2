"""The locks say what pyproject.toml asks for, and nothing else."""

import re
import tomllib
from importlib import metadata

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
LOCKS = {
    "requirements.txt": RUNTIME,
    "requirements-dev.txt": PROJECT["dependency-groups"]["dev"],
}


def read_lock(name):
    """Return the versions that a lock pins, by package; two where a marker decides."""
    pinned = {}
    for line in (settings.BASE_DIR / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "# ":
            requirement = Requirement(line.removesuffix("\\"))
            (pin,) = requirement.specifier
            assert pin.operator == "==", f"{line} is not pinned"
            pinned.setdefault(canonicalize_name(requirement.name), []).append(pin.version)
    return pinned


def needs_of(requirement):
    """Return what an installed package needs with the extras asked, on any machine."""
    try:
        declared = metadata.requires(requirement.name) or []
    except metadata.PackageNotFoundError:  # of another system only, so without needs here
        return
    for text in declared:
        need = Requirement(text)
        asked = re.findall(r"extra == ['\"]([^'\"]+)", str(need.marker or ""))
        if not asked or set(asked) & requirement.extras:
            yield need


def closure(dependencies):
    """Return the names of all that the dependencies need, themselves included."""
    waiting, seen = [Requirement(text) for text in dependencies], set()
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            waiting += needs_of(requirement)
    return {name for name, _ in seen}


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_locked_at_a_version_that_it_accepts(name):
    pinned = read_lock(name)
    for requirement in map(Requirement, LOCKS[name]):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {name}: make lock"
        for version in versions:
            assert requirement.specifier.contains(version, prereleases=True), (
                f"{name} pins {requirement.name} {version}: make lock"
            )


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_that_no_dependency_needs(name):
    assert set(read_lock(name)) - closure(LOCKS[name]) == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_finds_what_it_needs_in_the_lock(name):
    pinned = read_lock(name)
    for package in pinned:
        for need in needs_of(Requirement(package)):
            if need.marker is None or need.marker.evaluate():
                assert any(
                    need.specifier.contains(version, prereleases=True)
                    for version in pinned.get(canonicalize_name(need.name), [])
                ), f"{name}: {package} needs {need}"


def test_development_uses_the_versions_that_run():
    runtime, development = map(read_lock, LOCKS)
    shared = runtime.keys() & development.keys()
    assert shared
    assert all(runtime[package] == development[package] for package in shared)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_names_no_host_nor_path(name):
    text = (settings.BASE_DIR / name).read_text(encoding="utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
    assert "index" + "-url" not in text
    assert "find-links" not in text
