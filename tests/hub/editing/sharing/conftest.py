"""A fiche with a newer draft, and links to it."""

import pytest

from hub.editing.sharing.models import PreviewLink
from tests import factories


def draft_of(page, title="Un titre encore en brouillon"):
    """Give a published page a draft with another title."""
    page.title = title
    page.save_revision()
    page.refresh_from_db()
    return page


@pytest.fixture
def fiche(home, search_index):
    """It stands on a site whose search answers: without it, nobody keeps the page."""
    published = factories.InitiativePageFactory(title="Le titre publié")
    search_index()
    return draft_of(published)


@pytest.fixture
def make_link(editor):
    """Make a link to the draft of a page, and return it with its address."""

    def make(page, user=None, days=7):
        link, token = PreviewLink.make(page, user or editor, days, "Une lectrice")
        return link, f"/apercu/{token}/"

    return make
