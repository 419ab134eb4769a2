"""Events as calendars: `/evenements.ics?…`, one event, a series."""

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.contrib.feeds.icalendar_file import event_of, start_of
from hub.contrib.feeds.paris import paris
from initiatives.models import EventPage
from tests.factories import EventIndexPageFactory, EventPageFactory, EventSeriesPageFactory
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
NOON = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)
TOMORROW = datetime.date.today() + datetime.timedelta(days=1)


@pytest.fixture
def event(home, search_index):
    """An event of a morning, at its commune."""
    made = EventPageFactory(
        parent=EventIndexPageFactory(),
        title="Rencontre, « essai »\x0b",
        summary="Une journée\npour chercher.",
        start_date=datetime.date(2024, 4, 8),
        start_time=datetime.time(9),
        end_time=datetime.time(13),
        place_name="Cinéma ; Olympia",
        commune_code="39198",
        first_published_at=NOON,
        last_published_at=NOON,
    )
    search_index()
    return made


def body_of(client, address="/evenements.ics"):
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return b"".join(response.streaming_content)


def read(client, address="/evenements.ics"):
    """Return the calendar, of which the lines are those of RFC 5545."""
    body = body_of(client, address)
    assert body.endswith(b"END:VCALENDAR\r\n")
    lines = body.split(b"\r\n")
    assert not any(b"\n" in line or len(line) > 75 for line in lines)
    return icalendar.Calendar.from_ical(body)


def only(client, address="/evenements.ics"):
    [found] = read(client, address).events
    return found


def times(**schedule):
    """Return how an event with this schedule begins and ends, as text."""
    page = EventPage(title="x", **schedule)
    lines = event_of(page, start_of(page), "http://localhost/x/").to_ical().decode().split("\r\n")
    return [line for line in lines if line.startswith(("DTSTART", "DTEND"))]


def test_an_event_has_all_that_a_calendar_shows(client, event):
    found = only(client)
    assert found.uid == str(event.uid)
    assert found["SUMMARY"] == "Rencontre, « essai » "
    assert found["LOCATION"] == "Cinéma ; Olympia, Dole (Jura)"
    assert found["DESCRIPTION"] == f"Une journée\npour chercher.\n\n{event.full_url}"
    assert found["URL"] == event.full_url
    assert found["STATUS"] == "CONFIRMED"
    assert found.categories == ["Rencontre regionale"]
    assert found["GEO"].to_ical() == f"{float(event.latitude)};{float(event.longitude)}"
    assert found.start == datetime.datetime(2024, 4, 8, 9, tzinfo=PARIS)
    assert found.end == datetime.datetime(2024, 4, 8, 13, tzinfo=PARIS)
    assert found["DTSTART"].params["TZID"] == "Europe/Paris"
    assert (found.DTSTAMP, found.LAST_MODIFIED, found.sequence) == (NOON, NOON, 0)


def test_the_calendar_says_whose_it_is_and_when_to_come_back(client, event):
    calendar = read(client, "/evenements.ics?departement=39")
    assert calendar.calendar_name == "Événements — Rally’nov"
    assert calendar["REFRESH-INTERVAL"].dt == datetime.timedelta(hours=6)
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar["SOURCE"] == "http://localhost/evenements.ics?departement=39"
    assert calendar["URL"] == "http://localhost/evenements/?departement=39"
    assert [one.tz_name for one in calendar.timezones] == ["Europe/Paris"]
    assert read(client, "/evenements.ics?departement=25").events == []


def test_the_hour_is_that_of_paris_in_winter_and_in_summer():
    zone = paris().to_tz(lookup_tzid=False)  # by the rules that are written
    for year in (2013, 2024, 2040):
        for day in range(366):
            noon = datetime.datetime(year, 1, 1, 12, tzinfo=PARIS) + datetime.timedelta(days=day)
            assert noon.replace(tzinfo=zone).utcoffset() == noon.utcoffset(), noon


def test_the_night_of_the_change_of_hour(client, event, search_index):
    for hour in (1, 4):
        EventPageFactory(title=f"{hour} h", start_date="2024-03-31", start_time=datetime.time(hour))
    search_index()
    starts = {str(one["SUMMARY"]): one.start for one in read(client).events}
    assert starts["4 h"].astimezone(datetime.UTC).hour == 2
    assert starts["1 h"].astimezone(datetime.UTC).hour == 0


def test_a_day_without_hours_is_a_whole_day_and_the_end_is_the_day_after():
    day, last = datetime.date(2024, 4, 8), datetime.date(2024, 4, 10)
    nine, one = datetime.time(9), datetime.time(13)
    assert times(start_date=day) == ["DTSTART;VALUE=DATE:20240408", "DTEND;VALUE=DATE:20240409"]
    assert times(start_date=day, end_date=last) == [
        "DTSTART;VALUE=DATE:20240408",
        "DTEND;VALUE=DATE:20240411",
    ]
    assert times(start_date=day, start_time=nine) == ["DTSTART;TZID=Europe/Paris:20240408T090000"]
    assert times(start_date=day, start_time=nine, end_date=last, end_time=one) == [
        "DTSTART;TZID=Europe/Paris:20240408T090000",
        "DTEND;TZID=Europe/Paris:20240410T130000",
    ]
    assert times(start_date=day, start_time=nine, end_date=last) == [
        "DTSTART;TZID=Europe/Paris:20240408T090000",
        "DTEND;TZID=Europe/Paris:20240411T000000",
    ]
    assert times(start_date=day, end_time=one) == times(start_date=day)


def test_a_moved_or_cancelled_event_is_the_same_with_a_higher_sequence(client, event):
    event.start_date, event.is_cancelled = datetime.date(2024, 5, 2), True
    event.save_revision().publish()
    found = only(client)
    assert found.uid == str(event.uid)
    assert found.sequence > 0
    assert found["STATUS"] == "CANCELLED"
    assert found.start.date() == datetime.date(2024, 5, 2)
    assert found.LAST_MODIFIED > NOON


def test_what_has_no_day_is_left_out_and_it_is_said(client, event, search_index):
    EventPageFactory(title="Un jour", imprecise_date="automne 2013")
    search_index()
    calendar = read(client)
    assert [one.uid for one in calendar.events] == [str(event.uid)]
    assert "1\N{NO-BREAK SPACE}événement à la date imprécise ne figure" in calendar.description
    assert "dont le jour n’est pas connu" in client.get("/evenements/").content.decode()


def test_an_event_has_its_own_calendar_but_for_one_without_day(client, event):
    vague = EventPageFactory(title="Vague", imprecise_date="un jour", start_date=TOMORROW)
    assert only(client, f"{event.url.rstrip('/')}.ics").uid == str(event.uid)
    assert client.get(f"{vague.url.rstrip('/')}.ics").status_code == 404
    html = client.get(vague.url).content.decode()
    assert "n’est dans aucun agenda" in html
    assert ".ics" not in html


def test_a_series_is_the_calendar_of_its_stages(client, event, home):
    series = EventSeriesPageFactory(title="La tournée")
    stages = [EventPageFactory(parent=series, stage=rank) for rank in (2, 1)]
    calendar = read(client, f"{series.url.rstrip('/')}.ics")
    assert calendar.calendar_name == "La tournée — Rally’nov"
    assert [one.uid for one in calendar.events] == [str(one.uid) for one in reversed(stages)]


def test_events_lists_and_series_say_how_to_follow_them(client, event):
    series = EventSeriesPageFactory()
    coming = EventPageFactory(parent=series, start_date=TOMORROW)
    for address in ("/evenements/", coming.url, series.url):
        markup = Markup(client.get(address).content.decode())
        calendar = f"{address.rstrip('/')}.ics"
        [link] = markup.all("link", type="text/calendar")
        assert link["href"] == calendar
        assert markup.all("a", href=calendar)
        assert markup.all("a", href=f"webcal://localhost{calendar}")
    past = client.get(event.url).content.decode()
    assert "Ajouter à mon agenda" not in past


def test_a_hidden_stage_is_not_in_the_calendar_of_its_series(client, event):
    series = EventSeriesPageFactory()
    stage = EventPageFactory(parent=series)
    stage.unpublish()
    assert read(client, f"{series.url.rstrip('/')}.ics").events == []


def test_other_pages_have_no_calendar(client, event, home):
    for address in ("/evenements/absent.ics", "/videos.ics", "/plan-du-site.ics"):
        assert client.get(address).status_code == 404


def test_as_many_questions_for_many_events_as_for_two(client, event, search_index):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            body_of(client)
        return len(queries)

    EventPageFactory(kind=event.kind)
    search_index()
    asked()
    few = asked()
    EventPageFactory.create_batch(4, kind=event.kind)
    search_index()
    assert asked() == few
