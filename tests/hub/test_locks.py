"""One process or thread at a time holds a file; another waits, but not for ever."""

import threading
import time

from hub.locks import held


def test_a_file_that_is_held_is_refused_and_given_once_it_is_free(tmp_path):
    with held(tmp_path / "lock") as first, held(tmp_path / "lock") as second:
        assert (first, second) == (True, False)
    with held(tmp_path / "lock") as third:
        assert third


def test_who_is_refused_does_not_free_what_another_holds(tmp_path):
    with held(tmp_path / "lock"):
        with held(tmp_path / "lock"):
            pass
        with held(tmp_path / "lock") as again:
            assert not again


def test_it_is_waited_for(tmp_path):
    is_taken, order = threading.Event(), []

    def hold():
        with held(tmp_path / "lock"):
            is_taken.set()
            time.sleep(0.1)
            order.append("first")

    other = threading.Thread(target=hold)
    other.start()
    is_taken.wait()
    with held(tmp_path / "lock", patience=10) as mine:
        order.append("second")
    other.join()
    assert mine
    assert order == ["first", "second"]
