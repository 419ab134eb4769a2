"""What the interactive map brings to a browser: how much, and whose it is."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings

from hub.contrib.map.toponyms import FILE, toponyms, written

STATIC = Path(settings.BASE_DIR) / "static"
MAP = Path(settings.BASE_DIR) / "hub" / "contrib" / "map" / "static" / "hub_map"
SUPERCLUSTER = STATIC / "vendor" / "supercluster"
MOST = 60 * 1024
OURS = sorted(MAP.glob("*.js"))


def compressed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_script_and_the_style_of_the_map_weigh_at_most_60_kilobytes():
    vendored = [STATIC / "vendor" / "leaflet" / "leaflet.js", SUPERCLUSTER / "supercluster.min.js"]
    loaded = [*vendored, *OURS, MAP / "map.css"]
    assert sum(map(compressed, loaded)) <= MOST


def test_the_vendored_supercluster_is_that_of_the_package():
    version = (SUPERCLUSTER / "VERSION").read_text()
    declared = re.findall(r"^(\w{64})  (\S+)$", version, re.M)
    found = hashlib.sha256((SUPERCLUSTER / "supercluster.min.js").read_bytes()).hexdigest()
    assert declared == [(found, "supercluster.min.js")]
    assert "ISC License" in (SUPERCLUSTER / "LICENSE").read_text()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_script_writes_markup_from_text(path):
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write", path.read_text())


def test_the_names_of_the_ground_are_those_of_the_gazetteer():
    # Written anew by `python -m hub.contrib.map.toponyms`.
    assert FILE.read_text(encoding="utf-8") == written(toponyms())
