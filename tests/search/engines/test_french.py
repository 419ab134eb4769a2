"""The checks of French, on each engine and through the whole building of a query."""

import pytest

from search.engines.contract import Engine
from search.meaning.clauses import clauses_of, match_all_of
from search.meaning.synonyms import Synonyms
from search.query import SearchQuery
from search.searching import Searcher
from tests.search.checks.french import Check, checks
from tests.search.engines.documents import document, found

EXACT = checks("match", "synonym")


@pytest.fixture
def full_engine(engine: Engine) -> Engine:
    engine.put([document(str(at), one.title, one.body) for at, one in enumerate(EXACT)])
    return engine


def test_all_words_find_what_a_french_reader_expects_and_nothing_else(full_engine: Engine) -> None:
    wrong = []
    for at, check in enumerate(EXACT):
        clauses = clauses_of(check.query, Synonyms(check.synonyms))
        is_found = str(at) in found(full_engine, match_all_of(clauses).to_dict())
        if is_found != check.must:
            wrong.append(str(check))

    assert wrong == []


@pytest.mark.parametrize("check", checks("typo"), ids=str)
def test_a_misspelt_word_finds_its_page(engine: Engine, check: Check) -> None:
    engine.put([document("the page", check.title, check.body)])

    results = Searcher(engine, {}).search(SearchQuery(words=check.query))

    assert bool(results.total) == check.must
