"""What the choices of facets are read from: once for a request, and until the content moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest

from hub.content.memory import Memory
from hub.plugins.declarations import Recall

Read = TypeVar("Read")
KEPT_AS = "hub_search_choices"

_choices: Memory[Any] = Memory()


def read_now(key: str, read: Callable[[], Read]) -> Read:
    """Read without remembering."""
    return read()


def recall_for(request: HttpRequest) -> Recall:
    """Return a reader that remembers, beyond the request where the content is watched."""
    known: dict[str, Any] = vars(request).setdefault(KEPT_AS, {})

    def recall(key: str, read: Callable[[], Read]) -> Read:
        if key not in known:
            known[key] = _choices.recall(request, key, read)
        value: Read = known[key]
        return value

    return recall
