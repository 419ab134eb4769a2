"""The style guide in a real browser: accessible, and no wider than the screen."""

import pytest
from django.urls import reverse

from hub.content.styleguide.specimen import specimens
from tests.accessibility.test_axe import TAGS, run_axe
from tests.hub.content.styleguide.test_specimens import own_addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# One page whose states stand together, one whose states stand apart.
SEEN_ON_ITS_OWN = {"event_card", "contact"}


def addresses_that_differ():
    """Those of the guide, without the pages that show a part of the index again."""
    again = {
        reverse("styleguide:component", args=[one.name])
        for one in specimens()
        if one.name not in SEEN_ON_ITS_OWN
    }
    return [path for path in own_addresses() if path not in again]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_guide_is_accessible_and_no_wider_than_the_screen(browser, live_server, home, width):
    visit = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
    page = visit.new_page()
    found = {}
    for path in addresses_that_differ():
        page.goto(live_server.url + path, wait_until="load")
        faults = run_axe(page, runOnly=TAGS)["broken"]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append("wider than the screen")
        if faults:
            found[path] = faults
    visit.close()
    assert found == {}
