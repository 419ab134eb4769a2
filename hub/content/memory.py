"""What a process remembers of the content, as long as no write has moved its version."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from hub.content.freshness.version import content_version

Value = TypeVar("Value")


def version_for(request: HttpRequest | None) -> str | None:
    """Return the version of what is shown, read once for each request, before anything else of it.

    It holds the day: what is coming, past or agreed to until a day changes without any write.
    None where nothing may be remembered: no request, nobody who watches the content, or a
    transaction, of which another write may yet change what this version stands for.
    """
    if request is None or connection.in_atomic_block:
        return None
    known: Any = request
    if not hasattr(known, "content_version"):
        known.content_version = content_version()
    return f"{timezone.localdate()} {known.content_version}" if known.content_version else None


class Memory(Generic[Value]):
    """Values by their keys, all forgotten when the version of the content moves."""

    def __init__(self, most: int = 500) -> None:
        self.most = most
        self._kept: tuple[str, dict[Hashable, Value]] = ("", {})

    def recall(
        self, request: HttpRequest | None, key: Hashable, read: Callable[[], Value]
    ) -> Value:
        """Return the value of this key, read now unless it is known under this version.

        What `read` raises is not remembered.
        """
        version = version_for(request)
        if version is None:
            return read()
        known_version, values = self._kept
        if known_version != version or len(values) >= self.most:
            values = {}
            # One assignment: another thread sees the old pair or the new one, never a mixture.
            self._kept = (version, values)
        if key not in values:
            values[key] = read()
        return values[key]
