"""The words of a large index are read beside the visitors, who go on with the former ones."""

import time

import pytest

from search.engines.embedded import spelling
from tests.search.engines.documents import document


@pytest.fixture
def large_index(tantivy_engine, monkeypatch):
    """An index whose words are always too many to be read while a visitor waits."""
    monkeypatch.setattr(spelling, "FEW", 0)
    tantivy_engine.put([document("1", title="Boulangerie")])
    assert dict(tantivy_engine.similar("boulangrie", 5)) == {"boulangerie": 1}
    return tantivy_engine


def test_a_new_word_is_soon_a_near_spelling(large_index, monkeypatch) -> None:
    monkeypatch.setattr(spelling, "SHARE", 10_000)
    large_index.put([document("2", title="Menuiserie")])

    end = time.monotonic() + 10
    while "menuiserie" not in dict(large_index.similar("menuisrie", 5)):
        assert time.monotonic() < end
        time.sleep(0.01)


def test_reading_words_takes_a_part_of_the_time_at_most(large_index, monkeypatch) -> None:
    monkeypatch.setattr(spelling, "SHARE", 1e-9)
    large_index.put([document("2", title="Menuiserie")])

    for _ in range(20):
        assert dict(large_index.similar("menuisrie", 5)) == {}
        time.sleep(0.01)
