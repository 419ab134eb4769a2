"""What is counted of the fiches of a territory, where a figure says something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from hub.content.text import agreed
from initiatives.models import Characterisation, PrizeResult, Scheme
from initiatives.territories.territory import Territory, fiches_address

MOST = 5
# Under that many fiches the shares of themes, sectors and years are mere anecdotes.
FEWEST_FICHES = 4
FULL = 100


@dataclass(frozen=True)
class Tally:
    """Something, how many fiches it has, where they are listed, and its length in a chart."""

    label: str
    number: int
    address: str = ""
    share: int = FULL

    @property
    def noun(self) -> str:
        """« initiative » or « initiatives »."""
        return agreed(self.number, "initiative", "initiatives")


def numbers_by(fiches: Any, *fields: str) -> list[tuple[Any, ...]]:
    """Return (values of the fields, number of fiches), in one query."""
    rows = fiches.order_by().values_list(*fields).annotate(number=Count("pk"))
    return [tuple(row) for row in rows.order_by(*fields)]


def laureates_among(fiches: Any) -> int:
    """Return how many fiches have won the prize."""
    won = PrizeResult.objects.laureates().order_by().values("initiative")
    number: int = fiches.filter(pk__in=won).count()
    return number


def themes_of(territory: Territory, fiches: Any) -> list[Tally]:
    """Return the themes of most fiches; those of the second level count for the one above."""
    given = Characterisation.objects.filter(
        tag__scheme=Scheme.THEME, content_object__in=fiches.order_by().values("pk")
    )
    return _terms(territory, Scheme.THEME, given, "tag", "content_object")


def sectors_of(territory: Territory, fiches: Any) -> list[Tally]:
    """Return the sectors of most fiches; nothing where there is only one."""
    found = _terms(territory, Scheme.SECTOR, fiches.exclude(sector=None), "sector", "pk")
    return found if len(found) > 1 else []


def years_of(territory: Territory, numbers: Counter[Any]) -> list[Tally]:
    """Return the years in which fiches were recensées, in order; nothing for a single one."""
    years = sorted(year for year in numbers if year)
    if len(years) < 2:
        return []
    return charted(
        Tally(
            str(year),
            numbers[year],
            fiches_address(**{territory.level: territory.code, "annee": str(year)}),
        )
        for year in years
    )


def charted(tallies: Iterable[Tally]) -> list[Tally]:
    """Return tallies with their lengths: the longest fills the chart, none is invisible."""
    known = list(tallies)
    most = max((one.number for one in known), default=0)
    return [
        Tally(one.label, one.number, one.address, max(2, round(FULL * one.number / most)))
        for one in known
    ]


def _terms(territory: Territory, scheme: Scheme, rows: Any, term: str, counted: str) -> list[Tally]:
    """Return the first terms by the number of fiches, then by their order in the vocabulary."""
    own = (f"{term}__slug", f"{term}__name", f"{term}__sort_order")
    slug, name, order = (
        Coalesce(F(field.replace("__", "__parent__", 1)), F(field)) for field in own
    )
    numbers = (
        rows.order_by()
        .annotate(of_slug=slug, of_name=name, of_order=order)
        .values("of_slug", "of_name", "of_order")
        .annotate(number=Count(counted, distinct=True))
        .order_by("-number", "of_order", "of_name")[:MOST]
    )
    return charted(
        Tally(
            row["of_name"],
            row["number"],
            fiches_address(**{territory.level: territory.code, scheme.value: row["of_slug"]}),
        )
        for row in numbers
    )
