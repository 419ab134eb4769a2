"""Lists of what changed, part by part: each goes on from the place of the last."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from uuid import UUID

from hub.content.api.cursors import cursor, not_a_cursor, read_cursor
from hub.content.api.live import Row, Slice
from hub.content.api.moments import moment_json, read_moment
from hub.content.api.problems import RefusedError
from hub.content.api.registry import PageResource
from hub.content.changes.reading import Change, Place, changes, deletions, next_since

KIND = "u"


def changed_slice(
    resources: Sequence[PageResource], since: datetime.datetime, limit: int, after: str
) -> Slice:
    """Return pages of these types that are shown and changed since a moment.

    Raises RefusedError for what is no cursor.
    """
    place, until = _begin(after)
    labels = {one.model.lower(): one.model for one in resources}
    found = changes(labels, since, place, limit + 1)
    rows = tuple(Row(0, one.uid, labels[one.model]) for one in found[:limit])
    return Slice(rows, None, _after(found, limit, until), until)


def deleted_slice(
    since: datetime.datetime, limit: int, after: str
) -> tuple[Sequence[Change], str, str]:
    """Return what has gone since a moment, the cursor of the rest, and the next moment to give.

    Raises RefusedError for what is no cursor.
    """
    place, until = _begin(after)
    found = deletions(since, place, limit + 1)
    return found[:limit], _after(found, limit, until), until


def _begin(after: str) -> tuple[Place | None, str]:
    """Return where a part begins, and the moment that the first part gave for the next time.

    It is that of the first one: what changes while a list is followed comes again the next time.
    """
    if not after:
        return None, moment_json(next_since()) or ""
    until, moment, uid = read_cursor(after, KIND, 3)
    try:
        read_moment(until)
        place = read_moment(moment), str(UUID(uid))
    except ValueError:
        raise RefusedError(not_a_cursor(after)) from None
    return place, until


def _after(found: Sequence[Change], limit: int, until: str) -> str:
    if len(found) <= limit:
        return ""
    last = found[limit - 1]
    return cursor(KIND, until, last.moment.isoformat(), last.uid)
