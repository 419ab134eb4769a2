"""Installs a package of this machine by a link to its folder: no network, and nothing is built.

It leaves what `pip install --editable` leaves, so that its entry points are found, `pip list`
shows it and `pip uninstall` removes it; pip itself would want the package's build system.
"""

import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

from hub.launch.processes import ROOT, VENV
from hub.launch.terminal import ProblemError

SAMPLE = ROOT / "tests" / "plugins" / "hub_quote_wall"


def link_sample() -> None:
    """Install the sample of a plugin, which the tests enable, in `.venv`."""
    link_package(SAMPLE, site_packages())


def site_packages() -> Path:
    """Return where `.venv` keeps its packages."""
    return next(VENV.glob("lib/python*/site-packages"))


def link_package(project: Path, site: Path) -> None:
    """Install the package of a project folder in a folder of packages, in the place of an older.

    Raises:
        ProblemError: its pyproject.toml has no name or no version, or cannot be read.
    """
    try:
        described = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
        name, version = described["project"]["name"], described["project"]["version"]
    except (OSError, ValueError, KeyError) as error:
        raise ProblemError(f"{project}/pyproject.toml ne décrit aucun paquet : {error!r}") from None
    stem = name.replace("-", "_")
    for older in (*site.glob(f"{stem}-*.dist-info"), *site.glob(f"__editable__.{stem}-*.pth")):
        shutil.rmtree(older) if older.is_dir() else older.unlink()
    metadata = f"{stem}-{version}.dist-info"
    files = {
        f"__editable__.{stem}-{version}.pth": f"{project.resolve()}\n",
        f"{metadata}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{metadata}/INSTALLER": "hub\n",
        f"{metadata}/entry_points.txt": _entry_points(described["project"]),
        f"{metadata}/direct_url.json": json.dumps(
            {"dir_info": {"editable": True}, "url": project.resolve().as_uri()}
        ),
    }
    files[f"{metadata}/RECORD"] = "".join(f"{path},,\n" for path in (*files, f"{metadata}/RECORD"))
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")


def _entry_points(described: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
    groups = described.get("entry-points", {})
    return "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())
        for group, points in groups.items()
    )
