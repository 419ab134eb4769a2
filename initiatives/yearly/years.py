"""The years of which something is known."""

import datetime
from typing import Any

from initiatives.models import EventPage, InitiativePage, Measure, PrizeResult, Verification

SOURCES: tuple[tuple[Any, str], ...] = (
    (InitiativePage, "year"),
    (PrizeResult, "year"),
    (EventPage, "start_date__year"),
    (Verification, "verified_on__year"),
    (Measure, "measured_on__year"),
)


def known_years() -> list[int]:
    """Return the years that any figure can speak of, the last one first."""
    found: set[int] = set()
    for model, path in SOURCES:
        rows = model._default_manager.exclude(**{path: None}).order_by()
        found.update(rows.values_list(path, flat=True).distinct())
    return sorted(found, reverse=True)


def year_to_report(years: list[int]) -> int | None:
    """Return the last of these years (given the last one first) that has begun.

    Where none has, the nearest; None for no year. An event announced for next year makes that year
    known, not one to report on.
    """
    today = datetime.date.today()
    begun = (year for year in years if year <= today.year)
    return next(begun, years[-1] if years else None)
