"""The accessibility tree of each template against the committed one."""

import difflib
import re
from pathlib import Path

import pytest

from tests.accessibility.in_page import FOLD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TREES = Path(__file__).parent / "trees"
# The identity of a page, the key of a document and the end of its file's name differ from run to
# run.
IDENTITY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DOCUMENT_ADDRESS = re.compile(r"/documents/\d+/\S+")
HOW = (
    "Where the change is wanted: pytest tests/accessibility --accept-trees (docs/accessibility.md)"
)


def tree_of(page):
    # Playwright passes over what is folded, even where a style shows it.
    page.evaluate(FOLD, True)
    snapshot = page.locator("body").aria_snapshot()
    return DOCUMENT_ADDRESS.sub("/documents/…", IDENTITY.sub("…", snapshot)) + "\n"


def test_the_accessibility_tree_is_the_one_that_was_accepted(page, name, request):
    committed = TREES / f"{name}.yml"
    tree = tree_of(page)
    if request.config.getoption("--accept-trees", default=False):
        committed.write_text(tree, encoding="utf-8")
    known = committed.read_text(encoding="utf-8") if committed.exists() else ""
    change = difflib.unified_diff(
        known.splitlines(), tree.splitlines(), "accepted", "now", lineterm="", n=4
    )
    assert known == tree, "\n".join([f"{committed.name}", *change, HOW])
