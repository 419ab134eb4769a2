"""The hours of Paris as calendars read them: the rules of the European Union since 1996.

`icalendar` writes a list of all changes of hour, of which the last is in 2037; rules have no end.
"""

from icalendar import Component, Timezone

_PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def paris() -> Component:
    """Return the VTIMEZONE of `Europe/Paris`."""
    return Timezone.from_ical(_PARIS)
