"""Dates as a French reader writes them."""

import datetime

import pytest

from initiatives.dates import day_label, hour_label, iso_moment, period_label
from initiatives.models import EventPage
from initiatives.models.schedule import event_moment

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


def plain(text):
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (datetime.date(2023, 9, 26), "26 septembre 2023"),
        (datetime.date(2024, 10, 1), "1er octobre 2024"),
        (datetime.date(2013, 8, 2), "2 août 2013"),
    ],
)
def test_a_day_is_written_in_french(day, written):
    assert plain(day_label(day)) == written


@pytest.mark.parametrize(
    ("hour", "written"),
    [
        (datetime.time(9), "9 h"),
        (datetime.time(14, 30), "14 h 30"),
        (datetime.time(8, 5), "8 h 05"),
    ],
)
def test_an_hour_is_written_in_french(hour, written):
    assert plain(hour_label(hour)) == written


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ((2024, 5, 3), None, "3 mai 2024"),
        ((2024, 5, 3), (2024, 5, 3), "3 mai 2024"),
        ((2024, 5, 1), (2024, 5, 5), "du 1er au 5 mai 2024"),
        ((2024, 4, 30), (2024, 5, 5), "du 30 avril au 5 mai 2024"),
        ((2023, 12, 30), (2024, 1, 2), "du 30 décembre 2023 au 2 janvier 2024"),
    ],
)
def test_a_period_says_once_what_both_days_share(start, end, written):
    last = datetime.date(*end) if end else None
    assert plain(period_label(datetime.date(*start), last)) == written


@pytest.mark.parametrize(
    ("schedule", "written"),
    [
        ({}, ""),
        ({"start_date": datetime.date(2013, 4, 8)}, "8 avril 2013"),
        (
            {
                "start_date": datetime.date(2013, 4, 8),
                "start_time": datetime.time(9),
                "end_time": datetime.time(13),
            },
            "8 avril 2013, de 9 h à 13 h",
        ),
        (
            {"start_date": datetime.date(2013, 4, 8), "start_time": datetime.time(9)},
            "8 avril 2013, à 9 h",
        ),
        (
            {"start_date": datetime.date(2013, 9, 26), "hours_note": "après-midi"},
            "26 septembre 2013, après-midi",
        ),
    ],
)
def test_an_event_says_what_is_known_of_its_hours(schedule, written):
    assert plain(event_moment(EventPage(**schedule))) == written


def test_an_imprecise_date_is_shown_as_it_is_and_hidden_from_machines():
    event = EventPage(start_date=datetime.date(2013, 9, 22), imprecise_date="automne 2013")
    assert event.when == "automne 2013"
    assert event.start_iso is None


@pytest.mark.parametrize(
    ("day", "offset"),
    [((2026, 10, 24), "+02:00"), ((2026, 10, 25), "+01:00"), ((2026, 3, 29), "+02:00")],
)
def test_a_moment_carries_the_offset_of_paris_on_that_day(day, offset):
    assert iso_moment(datetime.date(*day), datetime.time(14)).endswith(offset)


def test_a_day_without_hour_carries_no_offset():
    assert iso_moment(datetime.date(2026, 10, 25), None) == "2026-10-25"
