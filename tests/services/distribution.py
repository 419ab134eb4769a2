"""Elasticsearch itself: fetched once through Maven, and the Java that runs it."""

import fcntl
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from hub.launch.terminal import ProblemError, say

VERSION = os.environ.get("HUB_TEST_ELASTICSEARCH_VERSION", "8.19.3")
# The real server with few modules, 31 MB instead of 600: no scripts, no `GET /`.
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
JAVA_HOMES = Path("/usr/lib/jvm")
FETCH = ("mvn", "--batch-mode", "--quiet", "dependency:copy", f"-Dartifact={ARTIFACT}")
INSTEAD = "ou nommez un serveur qui répond déjà avec HUB_TEST_SEARCH_URL."


def cache() -> Path:
    """Return the folder that keeps the distributions, in the user's cache."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "hub-services"


def distribution() -> Path:
    """Return the folder of the unpacked distribution, fetched where the cache lacks it.

    Raises:
        ProblemError: Maven is missing, or cannot fetch it.
    """
    kept = cache()
    kept.mkdir(parents=True, exist_ok=True)
    home = kept / f"elasticsearch-{VERSION}"
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs may begin together
        if not home.exists():
            _fetch(home)
    return home


def _fetch(home: Path) -> None:
    if shutil.which("mvn") is None:
        raise ProblemError(
            "Maven manque, qui télécharge Elasticsearch : installez-le "
            f"(Debian, Ubuntu : « sudo apt install maven »), {INSTEAD}"
        )
    say(f"Elasticsearch {VERSION} : téléchargement…")
    with tempfile.TemporaryDirectory(dir=home.parent) as draft:
        fetched = subprocess.run(
            [*FETCH, f"-DoutputDirectory={draft}"], capture_output=True, text=True, check=False
        )
        archive = Path(draft) / f"elasticsearch-{VERSION}.zip"
        if fetched.returncode != 0 or not archive.exists():
            said = "\n".join((fetched.stdout + fetched.stderr).strip().splitlines()[-6:])
            raise ProblemError(
                f"{said}\nElasticsearch {VERSION} n’a pas pu être téléchargé par Maven : "
                "la raison est donnée ci-dessus."
            )
        _unpack(archive, Path(draft))
        (Path(draft) / home.name).rename(home)


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack an archive with the rights of its files, which `zipfile` leaves out."""
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            path = Path(opened.extract(entry, folder))
            if path.is_file() and entry.external_attr >> 16:
                path.chmod(entry.external_attr >> 16)


def java_home() -> Path:
    """Return the oldest installed Java that the version accepts: 17 for 8.x, 21 for 9.x.

    Raises:
        ProblemError: there is none.
    """
    needed = 17 if VERSION.startswith("8.") else 21
    named = [os.environ.get("ES_JAVA_HOME"), os.environ.get("JAVA_HOME")]
    homes = [*(Path(home) for home in named if home), *sorted(JAVA_HOMES.glob("*/"))]
    found = {home: _java_version(home) for home in homes}
    fitting = [home for home, version in found.items() if version >= needed]
    if not fitting:
        raise ProblemError(
            f"Java {needed} manque, qui fait tourner Elasticsearch : installez-le (Debian, Ubuntu "
            f": « sudo apt install openjdk-{needed}-jdk-headless »), {INSTEAD}"
        )
    return min(fitting, key=lambda home: found[home]).resolve()


def _java_version(home: Path) -> int:
    """Return the version of a Java, 0 where it is none or older than 9."""
    try:
        said = subprocess.run(
            [home / "bin" / "java", "-version"], capture_output=True, text=True, check=False
        ).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found and found[1] != "1" else 0
