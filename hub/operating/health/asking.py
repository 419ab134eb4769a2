"""Asks a part of the site how it is, and waits no longer than one wants to.

What hangs goes on hanging in its own thread, of which each question has one at most: a site that
is asked every second does not fill with threads.
"""

import logging
import threading
import time
from collections.abc import Callable

from django.db import connections

from hub.operating.health.findings import Finding, Findings, State

logger = logging.getLogger("hub.operating")


class Question:
    """A question about some parts, by name, and their state if it is not answered."""

    def __init__(self, ask: Callable[[], Findings], unanswered: dict[str, State]) -> None:
        self.ask, self.unanswered = ask, unanswered
        self._thread: threading.Thread | None = None
        self._since = 0.0
        self._found: Findings | None = None

    def begin(self) -> None:
        """Ask, unless the last time is still without answer."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._found, self._since = None, time.monotonic()
        self._thread = threading.Thread(target=self._answer, name="health", daemon=True)
        self._thread.start()

    def answer(self, until: float) -> Findings:
        """Return the answer, or that there is none at the moment `until` of the monotonic clock."""
        if self._thread is not None:
            self._thread.join(max(0.0, until - time.monotonic()))
        if self._found is not None:
            return self._found
        words = f"ne répond pas depuis {time.monotonic() - self._since:.0f} s"
        return {name: Finding(state, words) for name, state in self.unanswered.items()}

    def _answer(self) -> None:
        try:
            self._found = self.ask()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            logger.warning("Health: %s: %s", ", ".join(self.unanswered), error)
            words = f"ne répond pas ({type(error).__name__})"
            self._found = {name: Finding(one, words) for name, one in self.unanswered.items()}
        finally:
            connections.close_all()


class Panel:
    """Some questions, asked together; their answer is kept for a moment."""

    def __init__(self, questions: tuple[Question, ...], limit: float, kept: float) -> None:
        self.questions, self.limit, self.kept = questions, limit, kept
        self._lock = threading.Lock()
        self._last: tuple[float, Findings] | None = None

    def findings(self) -> Findings:
        """Return all answers, within the time limit. Who asks meanwhile gets the same ones."""
        with self._lock:
            now = time.monotonic()
            if self._last is not None and now - self._last[0] < self.kept:
                return self._last[1]
            for question in self.questions:
                question.begin()
            found: Findings = {}
            for question in self.questions:
                found |= question.answer(now + self.limit)
            self._last = time.monotonic(), found
            return found
