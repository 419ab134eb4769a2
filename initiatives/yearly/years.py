"""The years of which something is known."""

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
