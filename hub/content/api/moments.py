"""Days and hours as the API reads and writes them: ISO 8601, with the offset of Paris."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from pydantic import BeforeValidator, Field

FIRST = datetime.datetime(1969, 12, 31, tzinfo=datetime.UTC)  # 1970 begins earlier in Paris
LAST = datetime.datetime(2200, 1, 1, tzinfo=datetime.UTC)


def moment_json(moment: datetime.datetime | None) -> str | None:
    """Return a moment with its offset, None for none."""
    return in_paris(moment).isoformat() if moment else None


def in_paris(moment: datetime.datetime) -> datetime.datetime:
    """Return a moment as it is told in Paris."""
    return timezone.localtime(moment, timezone.get_default_timezone())


def read_moment(text: Any) -> datetime.datetime:
    """Return the moment that a text says; a day begins at its midnight, in Paris.

    A `+` that an address has turned into a space is read as it was. Raises ValueError for any
    other text, and for what is beyond the years that anything here may have.
    """
    if isinstance(text, datetime.datetime):
        return text
    try:
        given = str(text).strip().replace(" ", "+")
        day = parse_date(given)
        moment = datetime.datetime.combine(day, datetime.time.min) if day else parse_datetime(given)
        if moment is None:
            raise ValueError(text)  # noqa: TRY301 - one sentence for all
        aware = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        if not FIRST <= aware <= LAST:
            raise ValueError(text)  # noqa: TRY301 - one sentence for all
    except (ValueError, OverflowError):
        raise ValueError("n’est pas une date ISO 8601, comme 2026-03-02T09:30:00+01:00.") from None
    return aware


AskedMoment = Annotated[
    datetime.datetime,
    BeforeValidator(read_moment, json_schema_input_type=str),
    Field(json_schema_extra={"format": "date-time", "example": "2026-03-02T09:30:00+01:00"}),
]
