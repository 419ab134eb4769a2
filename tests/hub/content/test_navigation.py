"""Menu and footer."""

import pytest
from wagtail.models import Page, Site

from hub.content.models import SiteIdentity
from hub.content.navigation import Chrome, NavigationLink
from tests import factories

pytestmark = pytest.mark.django_db


def links(*pages):
    return [{"type": "page", "value": {"page": page.pk, "label": ""}} for page in pages]


@pytest.fixture
def identity(home):
    return SiteIdentity.for_site(Site.objects.get())


def test_links_are_read_in_a_constant_number_of_queries(identity, django_assert_num_queries):
    pages = [factories.StandardPageFactory() for _ in range(6)]
    identity.menu, identity.footer = links(*pages[:3]), links(*pages[3:])
    _ = pages[0].url
    with django_assert_num_queries(1):
        chrome = Chrome.of(identity)
    assert [link.label for link in chrome.menu] == [page.title for page in pages[:3]]


def test_a_page_that_the_public_may_not_see_is_left_out(identity):
    shown, hidden = (factories.StandardPageFactory() for _ in range(2))
    Page.objects.filter(pk=hidden.pk).update(live=False)
    identity.menu = links(hidden, shown)
    identity.contact_page = hidden
    chrome = Chrome.of(identity)
    assert [link.label for link in chrome.menu] == [shown.title]
    assert chrome.contact_url == ""


def test_a_label_and_an_address_are_taken_as_written(identity):
    page = factories.StandardPageFactory()
    identity.menu = [
        {"type": "page", "value": {"page": page.pk, "label": "Court"}},
        {"type": "address", "value": {"label": "Plan", "address": "/plan-du-site/"}},
    ]
    assert Chrome.of(identity).menu == (
        NavigationLink("Court", page.url, page.pk),
        NavigationLink("Plan", "/plan-du-site/"),
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//ailleurs.example", "plan", ""])
def test_an_address_of_the_menu_is_a_path_or_a_site(identity, address):
    block = SiteIdentity._meta.get_field("menu").stream_block.child_blocks["address"]
    with pytest.raises(Exception, match="Validation error"):
        block.clean(block.to_python({"label": "Plan", "address": address}))
