"""What a writer of the API knows of the answer that it writes a part of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.http import HttpRequest

from hub.content.addresses import hub_url, public_url
from hub.content.api.refs import read_refs
from hub.content.api.schemas import PageRef

Read = TypeVar("Read")


@dataclass(frozen=True)
class ApiContext:
    """One answer: who asks, and what was already read for it."""

    request: HttpRequest
    _refs: dict[int, PageRef | None] = field(default_factory=dict, repr=False, compare=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def public(self, path: str) -> str:
        """Return the absolute address, for people, of a path of the site that is no page."""
        return public_url(path, self.request)

    def absolute(self, path: str) -> str:
        """Return the absolute address of a file or of data, which stay on this host."""
        return hub_url(path, self.request)

    def ref(self, page: Any) -> PageRef | None:
        """Return a page as seen from another one; None where the public may not see it."""
        return self.refs([page.pk]).get(page.pk) if page is not None else None

    def refs(self, keys: Iterable[int | None]) -> dict[int, PageRef]:
        """Return the pages of these keys that the public may see, by key.

        Those that are not known yet are read together: whoever writes many asks for all first.
        """
        wanted = dict.fromkeys(key for key in keys if key is not None)
        unknown = [key for key in wanted if key not in self._refs]
        if unknown:
            self._refs.update(dict.fromkeys(unknown))
            self._refs.update(read_refs(self.request, unknown))
        return {key: ref for key in wanted if (ref := self._refs[key]) is not None}

    def kept(self, key: Hashable, read: Callable[[], Read]) -> Read:
        """Return what `read` gives, read once for this answer."""
        if key not in self._kept:
            self._kept[key] = read()
        found: Read = self._kept[key]
        return found
