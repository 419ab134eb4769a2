"""What a process remembers, and when it forgets."""

import datetime

import pytest
from django.utils import timezone

from hub.content.memory import Memory, version_for


@pytest.fixture
def visit(rf):
    """Return a request that finds the content in this version."""

    def ask(version):
        request = rf.get("/")
        request.content_version = version
        return request

    return ask


@pytest.fixture
def reader():
    """Return a function that counts its calls."""

    def read():
        read.calls += 1
        return read.calls

    read.calls = 0
    return read


def test_a_value_is_read_once_under_a_version(visit, reader):
    memory = Memory()
    assert [memory.recall(visit("a"), "key", reader) for _ in range(2)] == [1, 1]


def test_another_version_forgets_everything(visit, reader):
    memory = Memory()
    found = [memory.recall(visit(version), "key", reader) for version in "aba"]
    assert found == [1, 2, 3]


def test_another_day_forgets_everything(visit, reader, monkeypatch):
    memory = Memory()
    memory.recall(visit("a"), "key", reader)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr("hub.content.memory.timezone.localdate", lambda: tomorrow)
    assert memory.recall(visit("a"), "key", reader) == 2


@pytest.mark.parametrize("version", [None, ""])
def test_nothing_is_remembered_where_nobody_watches(visit, reader, version):
    memory = Memory()
    assert [memory.recall(visit(version), "key", reader) for _ in range(2)] == [1, 2]


def test_nothing_is_remembered_without_a_visitor(reader):
    memory = Memory()
    assert [memory.recall(None, "key", reader) for _ in range(2)] == [1, 2]


@pytest.mark.django_db
def test_nothing_is_remembered_within_a_transaction(visit):
    assert version_for(visit("a")) is None


def test_a_full_memory_begins_again(visit, reader):
    memory = Memory(most=2)
    for key in "abc":
        memory.recall(visit("a"), key, reader)
    assert memory.recall(visit("a"), "c", reader) == 3
    assert memory.recall(visit("a"), "a", reader) == 4


def test_an_error_is_not_remembered(visit, reader):
    memory = Memory()

    def fail():
        raise LookupError

    with pytest.raises(LookupError):
        memory.recall(visit("a"), "key", fail)
    assert memory.recall(visit("a"), "key", reader) == 1
