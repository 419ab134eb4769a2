"""Whether it is worth asking: servers that do not answer are left alone for a while.

pybreaker 1.4 was tried first: it holds its lock while the guarded call runs, so the threads of a
process would ask one after the other.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from search.engines.contract import EngineDownError
from search.engines.elastic.faults import OutageError

logger = logging.getLogger("hub.search")

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds


class Breaker:
    """Lets calls through until one meets an outage; then one at a time, after longer pauses."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._reason = ""  # empty: calls go through
        self._pause = FIRST_PAUSE
        self._until = 0.0
        self._is_tried = False

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Guard one call.

        Raises EngineDownError at once while the servers are left alone.
        """
        self._enter()
        try:
            yield
        except OutageError as outage:
            self._failed(str(outage))
            raise
        except EngineDownError:
            self._answered()  # a refusal is an answer
            raise
        except BaseException:
            self._is_tried = False
            raise
        else:
            self._answered()

    def _enter(self) -> None:
        with self._lock:
            if not self._reason:
                return
            if self._is_tried or self._clock() < self._until:
                raise EngineDownError(self._reason)
            self._is_tried = True

    def _failed(self, reason: str) -> None:
        with self._lock:
            is_known = bool(self._reason)
            # Calls that were on their way together fail together: they are one outage.
            if is_known and not self._is_tried:
                return
            self._pause = min(self._pause * 2, LONGEST_PAUSE) if is_known else FIRST_PAUSE
            self._until = self._clock() + self._pause
            self._reason, self._is_tried = reason, False
        if not is_known:
            logger.error("Search is left to the database: %s.", reason)

    def _answered(self) -> None:
        if not self._reason:
            return
        with self._lock:
            self._reason, self._is_tried = "", False
        logger.warning("The search engine answers again.")
