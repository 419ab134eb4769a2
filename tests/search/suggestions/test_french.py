"""The checks of French of the kind « suggestion », on each engine."""

import pytest

from search.engines.contract import Engine
from search.query import SearchQuery
from search.suggestions import Suggester
from tests.search.checks.french import Check, checks
from tests.search.engines.documents import document


@pytest.mark.parametrize("check", checks("suggestion"), ids=str)
def test_a_title_is_suggested_as_a_french_reader_expects(engine: Engine, check: Check) -> None:
    engine.put([document("the page", check.title, check.body)])
    suggester = Suggester(engine, {})

    found = suggester.suggest(SearchQuery(words=check.query))

    assert bool(found.hits) == check.must
