"""What waits reaches the index: at once, many at a time, by one process at a time."""

import logging

import pytest
from django.core.files import locks

from hub.content.freshness.version import content_version
from search.engines.contract import EngineDownError, State
from search.fallback import look_up
from search.indexing import draining
from search.indexing.draining import BusyError, alone, drain, drain_outbox, drained_once
from search.models import DocumentState
from search.query import SearchQuery
from tests.factories import StandardPageFactory

COMMITTED = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def puts(memory_index, monkeypatch):
    """How many documents each write had."""
    counts, put = [], memory_index.put

    def count(documents):
        counts.append(len(documents))
        put(documents)

    monkeypatch.setattr(memory_index, "put", count)
    return counts


@COMMITTED
def test_a_publication_is_in_the_index_once_it_is_committed(puts, memory_index):
    page = StandardPageFactory()
    assert list(memory_index.versions()) == [str(page.uid)]
    assert puts == [1]


@COMMITTED
def test_a_long_job_is_brought_once_at_its_end(puts, memory_index):
    with drained_once():
        with drained_once():
            pages = [StandardPageFactory() for _ in range(3)]
        assert puts == []
    assert puts == [3]
    assert set(memory_index.versions()) == {str(one.uid) for one in pages}


@COMMITTED
def test_a_long_job_that_changes_nothing_asks_for_nothing(puts):
    with drained_once():
        pass
    assert puts == []


@COMMITTED
@pytest.mark.parametrize("fails", ["state", "put"])
def test_what_is_published_without_an_engine_is_found_in_the_database(
    memory_index, monkeypatch, fails
):
    def refuse(*args):
        raise EngineDownError("no answer")

    monkeypatch.setattr(memory_index, fails, refuse)
    page = StandardPageFactory(title="Pendant la panne")

    found = look_up(SearchQuery(words="panne"))
    assert [hit.uid for hit in found.hits] == [str(page.uid)]
    assert DocumentState.objects.pending().count() == 1

    page.unpublish()
    assert look_up(SearchQuery(words="panne")).total == 0
    assert not DocumentState.objects.filter(text__contains="panne").exists()


@COMMITTED
def test_the_version_of_the_content_moves_when_the_index_has(memory_index, monkeypatch):
    page = StandardPageFactory()
    with monkeypatch.context() as patch:
        patch.setattr(draining, "_enqueue", lambda: None)
        page.save()
    before = content_version()
    drain()
    assert content_version() != before


@pytest.mark.django_db
def test_what_an_earlier_drain_could_not_bring_comes_with_the_next(memory_index):
    for _ in range(2):
        StandardPageFactory()
    assert drain_outbox.enqueue().return_value == 2
    assert drain() == 0


@pytest.mark.django_db
def test_without_an_index_nothing_is_done_and_all_waits(memory_index, monkeypatch, caplog):
    StandardPageFactory()
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO, "hub.search"):
        patch.setattr(memory_index, "state", lambda: State.MISSING)
        assert drain() == 0
    assert "rebuild_index" in caplog.text
    assert DocumentState.objects.pending().count() == 1


@pytest.mark.django_db
def test_a_batch_takes_as_many_questions_whatever_it_holds(
    memory_index, django_assert_max_num_queries
):
    for _ in range(2):
        StandardPageFactory()
    with django_assert_max_num_queries(100) as few:
        drain()
    for _ in range(20):
        StandardPageFactory()
    with django_assert_max_num_queries(len(few)):
        drain()


@pytest.mark.django_db
def test_more_than_a_batch_is_brought_batch_by_batch(puts, monkeypatch):
    monkeypatch.setattr(draining, "BATCH", 2)
    for _ in range(5):
        StandardPageFactory()
    assert drain() == 5
    assert puts == [2, 2, 1]


@pytest.mark.django_db
def test_a_page_that_changes_while_it_is_brought_goes_on_waiting(memory_index, monkeypatch):
    page = StandardPageFactory(title="Avant")
    put, calls = memory_index.put, []

    def change_then_put(documents):
        put(documents)
        if not calls:
            page.title = "Après"
            page.save()
        calls.append(documents[0].version)

    monkeypatch.setattr(memory_index, "put", change_then_put)
    drain()
    assert calls == [1, 2]
    assert DocumentState.objects.get().title == "Après"


@pytest.mark.django_db
def test_one_process_at_a_time_writes_and_another_does_not_wait_for_ever(
    memory_index, monkeypatch, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(draining, "PATIENCE", 0.05)
    StandardPageFactory()
    with (tmp_path / "index.lock").open("w") as other:
        assert locks.lock(other, locks.LOCK_EX | locks.LOCK_NB)
        with pytest.raises(BusyError):
            drain()
        assert drain_outbox.enqueue().return_value == 0
    with alone():
        pass
    assert drain() == 1
