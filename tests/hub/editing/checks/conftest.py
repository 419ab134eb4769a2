"""What the rules say of a page that is not stored."""

import pytest

from home.models import StandardPage
from hub.editing.checks.reading import Reading


@pytest.fixture
def words():
    """Return the words of the places that a rule finds in a page."""

    def act(find, page):
        return [place.words for place in find(Reading(page))]

    return act


@pytest.fixture
def page(db):
    """Return a page that is made, not stored."""
    return lambda **fields: StandardPage(title="Une page", **fields)
