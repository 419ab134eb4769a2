"""The vendored htmx, and what the page of results may not do."""

import hashlib
import re
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template

HTMX = Path(settings.BASE_DIR) / "static" / "vendor" / "htmx"


def test_the_vendored_file_is_that_of_the_package():
    declared = re.findall(r"^(\w{64})  (\S+)$", (HTMX / "VERSION").read_text(), re.M)
    found = hashlib.sha256((HTMX / "htmx.min.js").read_bytes()).hexdigest()
    assert declared == [(found, "htmx.min.js")]


def test_its_version_and_licence_are_declared():
    version = (HTMX / "VERSION").read_text().split()[1]
    assert f'version:"{version}"' in (HTMX / "htmx.min.js").read_text()
    assert "Zero-Clause BSD" in (HTMX / "LICENSE").read_text()


def test_htmx_evaluates_no_text_and_writes_no_style():
    head = get_template("search/_head.html").template.source
    for name in ("allowEval", "allowScriptTags", "includeIndicatorStyles"):
        assert f'"{name}":false' in head
