"""Beside its form, each page is seen as it will be, on a phone and on a desktop."""

import pytest

from tests.live_preview import TITLE, type_title
from tests.page_types import PAGE_TYPES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# The preview follows the keys; the machine may be busy.
PATIENCE = 30_000
SHOWS = """([title, least, most]) => [...document.querySelectorAll("iframe")].some(frame => {
  const seen = frame.contentDocument;
  const width = seen?.documentElement?.clientWidth ?? 0;
  return Boolean(seen?.title.includes(title)) && width >= least && width <= most;
})"""
# The home page carries the name of the site where others carry their title.
TYPES = [name for name in PAGE_TYPES if not name.endswith(("IndexPage", "HomePage"))]


@pytest.mark.parametrize("name", TYPES)
def test_a_page_is_seen_on_both_screens_while_one_types(editor_page, live_server, home, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    tab = editor_page
    tab.goto(f"{live_server.url}/admin/pages/{page.pk}/edit/")
    tab.get_by_role("button", name="Afficher/masquer la prévisualisation").click()
    tab.wait_for_function(SHOWS, arg=["Rally’nov", 1, 480], timeout=PATIENCE)
    phone = [TITLE, 1, 480]
    type_title(tab, lambda: tab.evaluate(SHOWS, phone))
    tab.wait_for_function(SHOWS, arg=phone, timeout=PATIENCE)
    tab.get_by_label("Prévisualiser au format ordinateur de bureau").check(force=True)
    tab.wait_for_function(SHOWS, arg=[TITLE, 1200, 2000], timeout=PATIENCE)
