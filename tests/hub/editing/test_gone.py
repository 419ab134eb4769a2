"""Addresses of deleted pages: those that visitors have read, and no other."""

import pytest
from wagtail.models import Page, Site

from hub.editing.gone import GoneAddress, is_gone
from hub.editing.trash.keeping import restore, throw_away
from tests import factories
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db
CLOSED = ["login", "password", "groups", "above", "expired", "scheduled", "unpublished"]


@pytest.fixture
def site(home):
    return Site.objects.get()


def delete(page):
    Page.objects.get(pk=page.pk).delete()


@pytest.mark.parametrize("remove", [delete, throw_away], ids=["deleted", "binned"])
def test_the_address_of_a_deleted_page_is_gone_with_those_below_it(site, remove):
    series = factories.EventSeriesPageFactory()
    event = factories.EventPageFactory(parent=series)
    addresses = [series.url, event.url]
    assert not any(is_gone(site, address) for address in addresses)
    remove(series)
    assert all(is_gone(site, address) for address in addresses)
    assert GoneAddress.objects.count() == 2


@pytest.mark.parametrize("way", CLOSED)
def test_that_of_a_page_which_nobody_could_read_is_as_any_other(site, way):
    one, other = (
        factories.StandardPageFactory(parent=factories.StandardPageFactory()) for _ in range(2)
    )
    for page, remove in ((one, delete), (other, throw_away)):
        HIDINGS[way](page)
        remove(Page.objects.get(pk=page.pk))
    assert not GoneAddress.objects.exists()


def test_a_page_that_comes_back_is_not_gone(site):
    page = factories.StandardPageFactory()
    restore(throw_away(page))
    assert not is_gone(site, page.url)


def test_a_page_that_is_deleted_twice_at_one_address_is_noted_once(site):
    for _ in range(2):
        delete(factories.StandardPageFactory(slug="ici"))
    assert [str(one) for one in GoneAddress.objects.all()] == ["/ici/"]
