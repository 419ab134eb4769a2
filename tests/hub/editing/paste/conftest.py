"""A page whose one block is an empty text, and what is on the clipboard."""

from pathlib import Path

import pytest
from wagtail.models import Collection

from tests import factories

CLIPBOARD = Path(__file__).parent / "clipboard"
# Another application writes to the clipboard; what a script writes there the browser would clean.
COPY = """html => {
  document.addEventListener("copy", event => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", "texte");
    event.preventDefault();
  }, {once: true, capture: true});
  document.execCommand("copy");
}"""


@pytest.fixture
def clipboard():
    """Read what an application puts on the clipboard."""
    return lambda name: (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture
def paste():
    """Paste HTML with the keyboard where the caret is."""

    def act(form, html):
        form.evaluate(COPY, html)
        form.keyboard.press("Control+V")

    return act


@pytest.fixture
def page(home):
    # Images stand in a collection; a test that commits empties the database of it.
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return factories.StandardPageFactory(title="Une page", body=[("text", "")])
