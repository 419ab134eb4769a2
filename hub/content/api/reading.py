"""What many parts of an answer need is read together: a constant number of queries for all.

A part says what it needs as pairs of a reader and a key. A reader takes the keys of the whole
answer and returns what was found, by key; what the public may not see is not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from hub.content.api.context import ApiContext

Reader = Callable[[Sequence[Any], ApiContext], Mapping[Any, Any]]
Need = tuple[Reader, Hashable]


def read_needs(needs: Iterable[Need], ctx: ApiContext) -> None:
    """Read what is not known yet for this answer; each reader is called once."""
    wanted: defaultdict[Reader, dict[Hashable, None]] = defaultdict(dict)
    for reader, key in needs:
        wanted[reader][key] = None
    for reader, keys in wanted.items():
        known = _known(reader, ctx)
        unknown = [key for key in keys if key not in known]
        if unknown:
            found = reader(unknown, ctx)
            known.update({key: found.get(key) for key in unknown})


def needed(reader: Reader, key: Hashable, ctx: ApiContext) -> Any:
    """Return what the reader finds of a key, None for nothing that the public may see."""
    read_needs([(reader, key)], ctx)
    return _known(reader, ctx)[key]


def _known(reader: Reader, ctx: ApiContext) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = ctx.kept(("needs", reader), dict)
    return found
