"""Which searches are counted."""

import pytest

from search.curation.counting import count_search
from search.curation.models import AskedWords
from search.query import SearchQuery, Sort
from search.results import Done, SearchResults

pytestmark = pytest.mark.django_db


def counted():
    return list(AskedWords.objects.order_by("words").values_list("words", "count", "unanswered"))


def ask(rf, query=None, total=3, *, is_alone=True, done=Done.EXACT, left_out=(), **headers):
    results = SearchResults(query or SearchQuery("crèche"), total, done=done, left_out=left_out)
    count_search(rf.get("/recherche/", headers=headers), results, is_alone=is_alone)


def test_words_that_find_pages_are_answered(rf):
    ask(rf)

    assert counted() == [("crèche", 1, 0)]


@pytest.mark.parametrize(
    "found",
    [{"total": 0}, {"done": Done.CORRECTED}, {"left_out": ("mutuelle",), "done": Done.RELAXED}],
)
def test_words_that_no_page_holds_are_not(rf, found):
    ask(rf, **found)

    assert counted() == [("crèche", 1, 1)]


@pytest.mark.parametrize(
    "query",
    [
        SearchQuery(""),
        SearchQuery("crèche", page=2),
        SearchQuery("crèche", sort=Sort.NAME),
        SearchQuery("crèche", as_typed=True),
    ],
)
def test_a_search_that_goes_on_is_counted_once(rf, query):
    ask(rf, query)

    assert counted() == []


def test_words_that_filters_narrow_were_counted_before(rf):
    ask(rf, is_alone=False)

    assert counted() == []


@pytest.mark.parametrize(
    "headers", [{"user-agent": "Googlebot/2.1"}, {"sec-purpose": "prefetch;prerender"}]
)
def test_machines_ask_for_nothing(rf, headers):
    ask(rf, **headers)

    assert counted() == []
