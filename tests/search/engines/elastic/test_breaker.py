"""Servers that fail are left alone for a while, and one call at a time tries them again."""

import threading

import pytest

from search.engines.contract import EngineDownError
from search.engines.elastic.breaker import FIRST_PAUSE, LONGEST_PAUSE, Breaker
from search.engines.elastic.faults import OutageError


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker) -> None:
    with pytest.raises(OutageError, match="gone"), breaker.guard():
        raise OutageError("gone")


def assert_left_alone(breaker: Breaker) -> None:
    with pytest.raises(EngineDownError, match="gone"), breaker.guard():
        pytest.fail("it was asked")


def test_an_outage_spares_the_calls_that_follow(breaker, clock):
    fail(breaker)

    assert_left_alone(breaker)
    clock.now = FIRST_PAUSE - 0.01
    assert_left_alone(breaker)


def test_one_call_that_is_answered_lets_all_through_again(breaker, clock):
    fail(breaker)
    clock.now = FIRST_PAUSE

    with breaker.guard():
        assert_left_alone(breaker)  # the others do not wait for the one that tries
    with breaker.guard(), breaker.guard():
        pass


def is_tried(breaker: Breaker) -> bool:
    try:
        with breaker.guard():
            raise OutageError("gone")  # noqa: TRY301 - by the guarded call
    except OutageError:
        return True
    except EngineDownError:
        return False


def test_pauses_double_up_to_half_a_minute_and_begin_anew_after_an_answer(breaker, clock):
    fail(breaker)
    tried = []
    for half_seconds in range(240):
        clock.now = half_seconds / 2
        if is_tried(breaker):
            tried.append(clock.now)
    assert tried == [1, 3, 7, 15, 31, 61, 61 + LONGEST_PAUSE]

    clock.now += LONGEST_PAUSE
    with breaker.guard():
        pass
    fail(breaker)
    clock.now += FIRST_PAUSE
    with breaker.guard():
        pass


def test_a_refusal_is_an_answer_and_spares_nothing(breaker):
    for _ in range(3):
        with pytest.raises(EngineDownError, match="no right"), breaker.guard():
            raise EngineDownError("no right")


def test_a_fault_of_ours_in_the_call_that_tries_lets_another_try(breaker, clock):
    fail(breaker)
    clock.now = FIRST_PAUSE
    with pytest.raises(ZeroDivisionError), breaker.guard():
        raise ZeroDivisionError

    with breaker.guard():
        pass


def test_calls_run_side_by_side(breaker):
    inside = threading.Barrier(2, timeout=10)

    def call() -> None:
        with breaker.guard():
            inside.wait()

    threads = [threading.Thread(target=call) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(10)
    assert not inside.broken


def test_calls_that_fail_together_are_one_outage(breaker, clock):
    with pytest.raises(OutageError), breaker.guard(), breaker.guard():
        raise OutageError("gone")
    clock.now = FIRST_PAUSE

    with breaker.guard():
        pass
