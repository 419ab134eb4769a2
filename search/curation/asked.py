"""Counts the words that visitors ask for; keeps nothing that could tell who asked."""

from __future__ import annotations

import atexit
import datetime
import logging
import re
import threading
from collections import Counter

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from search.analysis import normalise
from search.curation.models import MAX_WORDS_LENGTH, AskedWords

logger = logging.getLogger("hub.search")

# One year and a month: a report may compare a month with that of the year before.
KEPT_DAYS = 400
MOST_WAITING = 1000

# An address, an account; a telephone, a SIRET, a social security number, written in any groups.
_ADDRESS = re.compile(r"\S*@\S*")
_LONG_NUMBER = re.compile(r"\+?\d(?:[\s.\-/]?\d){5,}")
_NOT_A_WORD = re.compile(r"[^\w'’.\-]+")

_Key = tuple[str, datetime.date]
_waiting: Counter[_Key] = Counter()
_in_vain: Counter[_Key] = Counter()
_lock = threading.Lock()
_timer: threading.Timer | None = None


def record(words: str, *, is_answered: bool) -> None:
    """Count words that a visitor asked for; written a little later, never while they wait."""
    kept = impersonal(words)
    if not kept:
        return
    key = (kept, timezone.localdate())
    with _lock:
        if len(_waiting) >= MOST_WAITING and key not in _waiting:
            return
        _waiting[key] += 1
        _in_vain[key] += not is_answered
    _write_later()


def impersonal(words: str) -> str:
    """Return words in lower case without addresses and long numbers; empty where none is left."""
    shortened = normalise(words)[: 3 * MAX_WORDS_LENGTH]
    without = _LONG_NUMBER.sub(" ", _ADDRESS.sub(" ", shortened))
    return " ".join(_NOT_A_WORD.sub(" ", without.lower()).split())[:MAX_WORDS_LENGTH].strip()


def write_waiting() -> None:
    """Write what waits to be counted. What cannot be written is lost, and said in the log."""
    with _lock:
        counted, in_vain = dict(_waiting), dict(_in_vain)
        _waiting.clear()
        _in_vain.clear()
    try:
        for (words, day), count in counted.items():
            if not AskedWords.objects.filter(day=day).exists():
                forget_old()
            AskedWords.add(words, day, count, in_vain.get((words, day), 0))
    except Error as error:
        logger.warning("%d searched words were not counted: %s", len(counted), error)


def forget_old() -> int:
    """Remove what was asked for longer ago than is kept; return how many rows."""
    first = timezone.localdate() - datetime.timedelta(days=KEPT_DAYS)
    removed, _ = AskedWords.objects.filter(day__lt=first).delete()
    return removed


def _write_later() -> None:
    global _timer  # noqa: PLW0603 - one timer for the process
    delay = settings.HUB_SEARCH_LOG_SECONDS
    if not delay:
        write_waiting()
        return
    with _lock:
        if _timer is None:
            _timer = threading.Timer(delay, _write_in_a_thread)
            _timer.daemon = True
            _timer.start()


def _write_in_a_thread() -> None:
    global _timer  # noqa: PLW0603 - what comes from now on waits for another
    with _lock:
        _timer = None
    try:
        write_waiting()
    finally:
        connection.close()  # this thread's own


@atexit.register
def _write_at_the_end() -> None:
    if _waiting:
        write_waiting()
