"""Events: their dates hold together, the coming ones are told from the past ones."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import EventPage
from tests import factories

TODAY = datetime.date(2026, 6, 15)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"end_date": datetime.date(2023, 9, 25)}, "end_date"),
        ({"start_time": datetime.time(14), "end_time": datetime.time(9)}, "end_time"),
        ({"start_date": None}, "start_date"),
    ],
)
def test_an_event_with_impossible_dates_is_refused(home, dates, field):
    event = factories.EventPageFactory()
    for name, value in dates.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError) as refusal:
        event.full_clean()
    assert field in refusal.value.message_dict


@pytest.mark.django_db
def test_a_night_event_may_end_at_an_earlier_hour_of_the_next_day(home):
    event = factories.EventPageFactory(
        end_date=datetime.date(2023, 9, 27),
        start_time=datetime.time(20),
        end_time=datetime.time(2),
    )
    event.full_clean()


@pytest.mark.django_db
def test_an_event_cannot_be_inside_itself(home):
    event = factories.EventPageFactory()
    event.inside = event
    with pytest.raises(ValidationError, match="lui-même"):
        event.full_clean()


@pytest.mark.django_db
def test_coming_events_come_in_order_and_past_ones_backwards(home):
    def event(title, start, end=None):
        return factories.EventPageFactory(title=title, start_date=start, end_date=end)

    event("hier", TODAY - datetime.timedelta(days=1))
    event("demain", TODAY + datetime.timedelta(days=1))
    event("en cours", TODAY - datetime.timedelta(days=2), TODAY)
    event("l’an passé", TODAY - datetime.timedelta(days=365))
    coming = EventPage.objects.coming(TODAY).values_list("title", flat=True)
    past = EventPage.objects.past(TODAY).values_list("title", flat=True)
    assert list(coming) == ["en cours", "demain"]
    assert list(past) == ["hier", "l’an passé"]
