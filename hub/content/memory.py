"""What a process remembers of the content, as long as no write has moved its version."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from hub.content.freshness.version import content_version

Key = TypeVar("Key", bound=Hashable)
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


class _Kept(NamedTuple, Generic[Value]):
    """Values of one version; both change together, so that no thread sees a mixture."""

    version: str
    values: dict[Hashable, Value]


class Memory(Generic[Value]):
    """Values by their keys, all forgotten when the version of the content moves."""

    def __init__(self, most: int = 500) -> None:
        self.most = most
        self._kept: _Kept[Value] = _Kept("", {})

    def recall(
        self, request: HttpRequest | None, key: Hashable, read: Callable[[], Value]
    ) -> Value:
        """Return the value of this key, read now unless it is known under this version.

        What `read` raises is not remembered.
        """
        return self.recall_each(request, [key], lambda _: {key: read()})[key]

    def recall_each(
        self,
        request: HttpRequest | None,
        keys: Sequence[Key],
        read: Callable[[Sequence[Key]], Mapping[Key, Value]],
    ) -> dict[Key, Value]:
        """Return the values of these keys; those which are not known are read together, now.

        A key that `read` leaves out is left out, and asked for again the next time.
        """
        kept = self._known(request)
        known = {key: kept.values[key] for key in keys if key in kept.values} if kept else {}
        if unknown := [key for key in keys if key not in known]:
            found = read(unknown)
            known.update(found)
            if kept:
                self._keep(kept, found)
        return known

    def _known(self, request: HttpRequest | None) -> "_Kept[Value] | None":
        """Return what is known under the version of this request, None where nothing may be."""
        version = version_for(request)
        if version is None:
            return None
        if self._kept.version != version:
            self._kept = _Kept(version, {})
        return self._kept

    def _keep(self, kept: "_Kept[Value]", found: Mapping[Any, Value]) -> None:
        """Keep what was found with what was known; where it is too much, what was found alone."""
        if len(kept.values) + len(found) > self.most:
            # Another thread may be reading: what it reads from loses nothing.
            self._kept = kept = _Kept(kept.version, {})
        kept.values.update(found)
