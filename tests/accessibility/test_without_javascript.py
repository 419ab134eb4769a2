"""Each template with JavaScript switched off."""

import re

import pytest

from tests.accessibility.frozen_site import ORIGIN
from tests.accessibility.in_page import FOLD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# What the script of a video adds: the button that plays, and the place where it speaks.
ADDED = re.compile(r"'?button \"Lire la vidéo|status")
# What sends the filters of a search, where no script does as soon as they change; and the place
# where a script says what has changed.
REPLACED = re.compile(r"status|button \"(Trier|Appliquer|Afficher )")


@pytest.fixture(scope="session")
def bare_visit(browser, site):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    context.route("**/*", site.answer)
    yield context.new_page()
    context.close()


def lines(page):
    page.evaluate(FOLD, True)
    snapshot = page.locator("body").aria_snapshot()
    # A script suggests while a search is typed: the role of its field is another.
    snapshot = snapshot.replace('combobox "Chercher', 'searchbox "Chercher')
    return [line.strip("- ") for line in snapshot.splitlines()]


def test_all_texts_and_links_are_there(page, bare_visit, site, name):
    bare_visit.goto(ORIGIN + site.paths[name], wait_until="load")
    added = [line for line in lines(page) if not ADDED.match(line)]
    assert [line for line in lines(bare_visit) if not REPLACED.match(line)] == added
