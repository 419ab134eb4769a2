"""A file that one process of this machine holds at a time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import locks

PAUSE = 0.02


@contextmanager
def held(path: Path, patience: float = 0.0) -> Iterator[bool]:
    """Hold a file while no other thread or process of this machine does.

    Takes the file, made where it lacks, and for how many seconds it is waited for. Yields whether
    it is held. The system lets go of it when its process dies.
    """
    with path.open("w") as file:
        end = time.monotonic() + patience
        while not (is_held := locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)):
            if time.monotonic() >= end:
                break
            time.sleep(PAUSE)
        try:
            yield is_held
        finally:
            locks.unlock(file)
