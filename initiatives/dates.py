"""Dates as a French reader writes them, and as machines read them."""

import calendar
import datetime

from django.utils import timezone
from django.utils.formats import date_format

from hub.content.text import NBSP, day_label


def hour_label(hour: datetime.time) -> str:
    """Return « 9 h » or « 9 h 30 »."""
    minutes = f"{NBSP}{hour.minute:02d}" if hour.minute else ""
    return f"{hour.hour}{NBSP}h{minutes}"


def period_label(start: datetime.date, end: datetime.date | None) -> str:
    """Return one day, or « du 3 au 5 mai 2024 » with what both days share said once."""
    if end is None or end == start:
        return day_label(start)
    first = "1er" if start.day == 1 else str(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return f"du {first} au {day_label(end)}"
    if start.year == end.year:
        return f"du {first}{NBSP}{date_format(start, 'F')} au {day_label(end)}"
    return f"du {day_label(start)} au {day_label(end)}"


def iso_moment(day: datetime.date | None, hour: datetime.time | None) -> str | None:
    """Return an ISO 8601 date, or date and time with the offset of Paris on that day."""
    if day is None:
        return None
    if hour is None:
        return day.isoformat()
    return timezone.make_aware(datetime.datetime.combine(day, hour)).isoformat()


def months_before(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
