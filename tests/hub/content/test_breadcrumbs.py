"""The way to a page."""

import pytest

from hub.content.breadcrumbs import Crumb, trail_of
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_home_page_has_no_trail(home):
    assert trail_of(home, None) == []


def test_a_trail_goes_from_the_home_page_to_the_page(home):
    series = factories.EventSeriesPageFactory(title="Le tour")
    stage = factories.EventPageFactory(parent=series, title="Vesoul")
    assert trail_of(stage, None) == [
        Crumb("Accueil", "/"),
        Crumb("Événements", "/evenements/"),
        Crumb("Le tour", series.url),
        Crumb("Vesoul"),
    ]


def test_a_trail_passes_over_what_is_not_published(home):
    series = factories.EventSeriesPageFactory(live=False)
    stage = factories.EventPageFactory(parent=series, title="Vesoul")
    assert [crumb.label for crumb in trail_of(stage, None)] == ["Accueil", "Événements", "Vesoul"]


def test_a_trail_costs_one_query_however_deep(home, django_assert_num_queries):
    page = factories.StandardPageFactory()
    for _ in range(4):
        page = factories.StandardPageFactory(parent=page)
    trail_of(page, None)
    with django_assert_num_queries(1):
        trail_of(page, None)
