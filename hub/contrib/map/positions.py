"""Where all shown initiatives are, in columns: read once, then kept until the content moves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, FloatField
from django.db.models.functions import Cast
from django.http import HttpRequest

from hub.content.memory import Memory
from hub.territory.models import Precision
from initiatives.models import InitiativePage

DEGREE = 100_000  # a unit is about a metre


@dataclass(frozen=True)
class Positions:
    """Columns of the placed initiatives, in one order that lasts, as they are written.

    `exact` has a character for each: 1 where the point is that of an address. `unplaced` are the
    identities of the others that are shown.
    """

    uids: tuple[str, ...]
    ids: tuple[str, ...]
    longitudes: tuple[str, ...]
    latitudes: tuple[str, ...]
    exact: str
    unplaced: frozenset[str]

    def body(self, kept: Collection[str] | None = None) -> bytes:
        """Return the points as JSON; `kept` are the identities that a search found, else all."""
        ranks: Sequence[int]
        if kept is None:
            ranks = range(len(self.uids))
            total = len(self.uids) + len(self.unplaced)
        else:
            found = frozenset(map(_plain, kept))
            ranks = [rank for rank, uid in enumerate(self.uids) if uid in found]
            total = len(ranks) + len(self.unplaced & found)
        return (
            f'{{"total":{total},"placed":{len(ranks)},'
            f'"id":[{",".join([self.ids[rank] for rank in ranks])}],'
            f'"lon":[{",".join([self.longitudes[rank] for rank in ranks])}],'
            f'"lat":[{",".join([self.latitudes[rank] for rank in ranks])}],'
            f'"exact":"{"".join([self.exact[rank] for rank in ranks])}"}}'
        ).encode()


_positions: Memory[Positions] = Memory(most=1)


def positions_for(request: HttpRequest) -> Positions:
    """Return the positions of the initiatives that the public may see."""
    return _positions.recall(request, "positions", read_positions)


def read_positions() -> Positions:
    """Read them, in one query. Neighbours in the list are neighbours on the ground.

    So ordered, the columns change little from a row to the next, and shrink well.
    """
    rows = (
        InitiativePage.objects.visible()
        .annotate(
            identity=Cast("uid", CharField()),
            lon=Cast("longitude", FloatField()),
            lat=Cast("latitude", FloatField()),
        )
        .order_by("commune_code", "pk")
        .values_list("identity", "pk", "lon", "lat", "precision")
    )
    placed: list[Any] = []
    unplaced: list[Any] = []
    for row in rows.iterator(chunk_size=5_000):
        (unplaced if row[2] is None or row[3] is None else placed).append(row)
    return Positions(
        uids=tuple(_plain(row[0]) for row in placed),
        ids=tuple(str(row[1]) for row in placed),
        longitudes=tuple(str(round(row[2] * DEGREE)) for row in placed),
        latitudes=tuple(str(round(row[3] * DEGREE)) for row in placed),
        exact="".join("1" if row[4] == Precision.ADDRESS else "0" for row in placed),
        unplaced=frozenset(_plain(row[0]) for row in unplaced),
    )


def _plain(uid: str) -> str:
    """Return an identity without hyphens: databases differ, and a UUID takes long to be made."""
    return uid.replace("-", "")
