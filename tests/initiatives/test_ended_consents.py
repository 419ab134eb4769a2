"""A page that lost a person by the date alone is told once, to who keeps a copy."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.content.models.change import PageChange
from initiatives.ended_consents import tell_ended_consents
from initiatives.models import ContactPerson, InitiativeOrganisation, OrganisationRole
from tests.factories import ContactPersonFactory, InitiativePageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def published(**fields):
    page = InitiativePageFactory(**fields)
    page.save_revision().publish()
    return page


def days_ago(number):
    """A moment of that day, whatever the hour of the test."""
    day = timezone.localdate() - number * DAY
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(23, 59)))


def end(person, days):
    ContactPerson.objects.filter(pk=person.pk).update(expires_on=timezone.localdate() - days * DAY)


def told():
    """Return the pages that are told of, among those that last changed four days ago."""
    PageChange.objects.update(changed=days_ago(4))
    count = tell_ended_consents()
    keys = set(
        PageChange.objects.filter(changed__gt=days_ago(4)).values_list("page_key", flat=True)
    )
    assert len(keys) == count
    return keys


@pytest.fixture
def person():
    return ContactPersonFactory()


@pytest.fixture
def fiche(home, person):
    return published(contact=person)


def test_a_page_is_told_once(fiche, person):
    end(person, 1)
    assert told() == {fiche.pk}
    assert tell_ended_consents() == 0


@pytest.mark.parametrize(("days", "expected"), [(4, True), (5, False)])
def test_what_changed_after_the_last_day_has_been_told(fiche, person, days, expected):
    end(person, days)
    assert (fiche.pk in told()) is expected


def test_an_agreement_that_holds_today_and_a_person_who_was_never_shown_tell_nothing(fiche, person):
    end(person, 0)
    assert told() == set()
    end(person, 1)
    for hidden in ({"is_public": False}, {"is_public": True, "consent_given_on": None}):
        ContactPerson.objects.update(**hidden)
        assert told() == set()


def test_the_person_of_a_role_counts_and_the_last_who_left_a_page_decides(fiche, person):
    other = ContactPersonFactory()
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=OrganisationFactory(), role=OrganisationRole.CARRIER, contact=other
    )
    fiche.save_revision().publish()
    end(person, 9)
    end(other, 1)
    assert told() == {fiche.pk}


def test_a_hidden_page_has_nothing_to_lose(fiche, person):
    fiche.unpublish()
    end(person, 1)
    assert told() == set()


def test_the_number_of_questions_is_that_of_one_page(fiche, person):
    end(person, 1)
    told()
    with CaptureQueriesContext(connection) as one:
        told()
    for _ in range(3):
        another = ContactPersonFactory()
        published(contact=another)
        end(another, 1)
    with CaptureQueriesContext(connection) as several:
        assert len(told()) == 4
    assert len(several) == len(one)
