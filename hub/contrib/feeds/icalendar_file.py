"""Events as iCalendar (RFC 5545, RFC 7986): those of a search, of a series, or one alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event, vGeo
from icalendar.enums import STATUS

from hub.content.printable import printable
from hub.content.text import counted
from hub.contrib.feeds.moments import written_at
from hub.contrib.feeds.paris import paris
from hub.plugins import Representation, Selection
from initiatives.models import EventPage, EventSeriesPage

SUFFIX = "ics"
REFRESH = datetime.timedelta(hours=6)
A_DAY = datetime.timedelta(days=1)
PRODUCT = "-//Rallynov hub//Agenda//FR"

Moment = datetime.date | datetime.datetime


def write_icalendar(selection: Selection) -> Iterator[bytes]:
    """Yield the calendar, whole: what is left out of it is said before the events."""
    dated, undated = [], 0
    for page in selection.pages(_with_what_it_says):
        if start := start_of(page):
            dated.append(event_of(page, start, selection.address_of(page)))
        else:
            undated += 1
    calendar = Calendar.new(
        prodid=PRODUCT,
        name=printable(f"{selection.title} — {selection.site_name}"),
        description=_left_out(undated) or None,
        uid=selection.address,
        url=selection.address,
        source=selection.address_as(SUFFIX),
        refresh_interval=REFRESH,
        subcomponents=[paris(), *dated],
    )
    # RFC 7986 has no usual type for these two: it is to be said.
    calendar["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"
    calendar["SOURCE"].params["VALUE"] = "URI"
    calendar.add("X-PUBLISHED-TTL", "PT6H")  # what Outlook reads instead of REFRESH-INTERVAL
    yield calendar.to_ical()


def event_of(page: EventPage, start: Moment, address: str) -> Event:
    """Return an event. Published again, it has another sequence: calendars take it as changed."""
    written = written_at(page)
    first = page.first_published_at or written
    event = Event.new(
        uid=str(page.uid),
        stamp=written,
        created=first,
        last_modified=written,
        sequence=max(0, int((written - first).total_seconds())),
        summary=printable(page.title),
        description=printable(_description(page, address)),
        start=start,
        end=_end_of(page, start),
        location=printable(_place(page)) or None,
        categories=[printable(page.kind.name)] if page.kind else (),
        status=STATUS.CANCELLED if page.is_cancelled else STATUS.CONFIRMED,
        url=address,
    )
    if point := page.location:
        event.add("geo", vGeo((point.latitude, point.longitude)))
    return event


def start_of(page: EventPage) -> Moment | None:
    """Return when it begins: a day where the hour is not known, nothing where the day is not."""
    if page.start_date is None or page.imprecise_date:
        return None
    return _moment(page.start_date, page.start_time) if page.start_time else page.start_date


def _end_of(page: EventPage, start: Moment) -> Moment | None:
    """Return the end, which is excluded: after days without hours, the day that follows."""
    last = page.end_date or page.start_date
    assert last is not None  # noqa: S101 - an event that begins has a day
    if not isinstance(start, datetime.datetime):
        return last + A_DAY
    if page.end_time:
        return _moment(last, page.end_time)
    return _moment(last + A_DAY, datetime.time()) if last > start.date() else None


def _moment(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, hour, timezone.get_default_timezone())


def _place(page: EventPage) -> str:
    return ", ".join(filter(None, (page.place_name, page.address, page.place_label)))


def _description(page: EventPage, address: str) -> str:
    parts = (page.summary, page.hours_note, page.access, address)
    return "\n\n".join(filter(None, parts))


def _left_out(count: int) -> str:
    if not count:
        return ""
    verb = "ne figurent" if count > 1 else "ne figure"
    events = counted(count, "événement à la date imprécise", "événements aux dates imprécises")
    return f"{events} {verb} pas dans cet agenda."


def _with_what_it_says(pages: Any) -> Any:
    return pages.defer_streamfields().select_related("kind")


def _has_calendar(page: Any) -> bool:
    """Tell whether a page is a series, or an event whose day is known."""
    if isinstance(page, EventSeriesPage):
        return True
    return isinstance(page, EventPage) and start_of(page) is not None


ICALENDAR = Representation(
    suffix=SUFFIX,
    media_type="text/calendar; charset=utf-8",
    label="iCalendar (agenda)",
    write=write_icalendar,
    kinds=frozenset({"evenement"}),
    of_page=_has_calendar,
)
