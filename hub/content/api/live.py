"""The pages that the public may see, in the order in which lists give them."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import F
from django.http import HttpRequest

from hub.content.api.cursors import cursor, not_a_cursor, read_cursor
from hub.content.api.moments import FIRST, read_moment
from hub.content.api.problems import RefusedError
from hub.content.api.registry import PageResource
from hub.content.memory import Memory

KIND = "p"


@dataclass(frozen=True, order=True)
class Row:
    """A page in a list: what sorts it, and what finds it."""

    rank: float  # the newest first, by first publication
    uid: str
    model: str = field(compare=False)


@dataclass(frozen=True)
class Slice:
    """A part of a list; `after` is the cursor of the next one, empty at the end.

    `total` is None where it would have to be counted; `until` is the moment that a synchronisation
    goes on from.
    """

    rows: tuple[Row, ...]
    total: int | None = None
    after: str = ""
    until: str | None = None


# The order of a whole list, for as long as no write moves the content: a part is then cut from it
# without sorting ten thousand rows again.
_orders: Memory[tuple[Row, ...]] = Memory(most=50)

# The beginnings of lists of one type: what is asked first after a write is not worth reading all.
_firsts: Memory[Slice] = Memory(most=50)


def live_slice(
    request: HttpRequest, resources: Sequence[PageResource], limit: int, after: str
) -> Slice:
    """Return the part of the list of these types that begins after a cursor.

    The newest first, by first publication. Raises RefusedError for what is no cursor.
    """
    names = tuple(sorted(one.model for one in resources))
    if len(names) == 1 and not after:
        return _firsts.recall(request, (names, limit), lambda: _first_slice(names[0], limit))
    rows = _orders.recall(request, names, lambda: tuple(sorted(_rows(names))))
    first = bisect_right(rows, _place(after)) if after else 0
    given = rows[first : first + limit]
    is_last = first + limit >= len(rows)
    return Slice(given, len(rows), "" if is_last else _after(given[-1]))


def _first_slice(label: str, limit: int) -> Slice:
    model: Any = apps.get_model(label)
    pages = model.objects.visible()
    newest = pages.order_by(F("first_published_at").desc(nulls_last=True), "uid")
    rows = tuple(_rows_of(label, newest[: limit + 1]))
    given = rows[:limit]
    return Slice(given, pages.count(), _after(given[-1]) if len(rows) > limit else "")


def _rows(models: Sequence[str]) -> Iterator[Row]:
    for label in models:
        model: Any = apps.get_model(label)
        yield from _rows_of(label, model.objects.visible().order_by())


def _rows_of(label: str, pages: Any) -> Iterator[Row]:
    for uid, moment in pages.values_list("uid", "first_published_at"):
        yield Row(-(moment or FIRST).timestamp(), str(uid), label)


def _after(row: Row) -> str:
    moment = datetime.datetime.fromtimestamp(-row.rank, datetime.UTC)
    return cursor(KIND, moment.isoformat(), row.uid)


def _place(after: str) -> Row:
    moment, uid = read_cursor(after, KIND, 2)
    try:
        return Row(-read_moment(moment).timestamp(), uid, "")
    except ValueError:
        raise RefusedError(not_a_cursor(after)) from None
