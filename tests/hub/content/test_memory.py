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


@pytest.fixture
def reader_of_letters():
    """Return a function that keeps what it was asked, and knows every letter but « z »."""

    def read(letters):
        read.asked.append(list(letters))
        return {letter: letter.upper() for letter in letters if letter != "z"}

    read.asked = []
    return read


def test_of_several_values_only_the_unknown_ones_are_read(visit, reader_of_letters):
    memory = Memory()
    memory.recall_each(visit("1"), ["a", "b"], reader_of_letters)
    found = memory.recall_each(visit("1"), ["b", "c"], reader_of_letters)
    assert found == {"b": "B", "c": "C"}
    assert reader_of_letters.asked == [["a", "b"], ["c"]]


def test_nothing_is_read_where_all_is_known(visit, reader_of_letters):
    memory = Memory()
    for _ in range(2):
        assert memory.recall_each(visit("1"), ["a"], reader_of_letters) == {"a": "A"}
    assert reader_of_letters.asked == [["a"]]


def test_what_is_not_found_is_asked_for_again(visit, reader_of_letters):
    memory = Memory()
    for _ in range(2):
        assert memory.recall_each(visit("1"), ["a", "z"], reader_of_letters) == {"a": "A"}
    assert reader_of_letters.asked == [["a", "z"], ["z"]]


def test_several_values_are_forgotten_with_their_version(visit, reader_of_letters):
    memory = Memory()
    for version in "12":
        memory.recall_each(visit(version), ["a"], reader_of_letters)
    assert reader_of_letters.asked == [["a"], ["a"]]


def test_several_values_are_read_each_time_without_a_version(reader_of_letters):
    memory = Memory()
    for _ in range(2):
        assert memory.recall_each(None, ["a"], reader_of_letters) == {"a": "A"}
    assert reader_of_letters.asked == [["a"], ["a"]]


def test_as_many_values_are_kept_as_there_is_room_for(visit, reader):
    memory = Memory(most=2)
    read = [memory.recall(visit("1"), key, reader) for key in ("a", "b", "a", "b")]
    assert read == [1, 2, 1, 2]


def test_one_value_too_many_forgets_the_others(visit, reader):
    memory = Memory(most=1)
    assert [memory.recall(visit("1"), key, reader) for key in ("a", "b", "a")] == [1, 2, 3]
