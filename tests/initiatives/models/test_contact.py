"""A person is shown only with a dated, proved and unexpired agreement."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import ContactPerson
from tests import factories

pytestmark = pytest.mark.django_db
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)


def test_a_person_who_agreed_is_shown():
    person = factories.ContactPersonFactory()
    assert person.is_shown
    assert list(ContactPerson.objects.shown()) == [person]


def test_an_agreement_holds_on_its_last_day():
    person = factories.ContactPersonFactory(expires_on=datetime.date.today())
    assert person.is_shown


@pytest.mark.parametrize(
    "lacking",
    [
        {"is_public": False},
        {"consent_given_on": None},
        {"expires_on": None},
        {"expires_on": YESTERDAY},
    ],
    ids=lambda lacking: next(iter(lacking)),
)
def test_a_person_without_a_valid_agreement_is_not_shown(lacking):
    person = factories.ContactPersonFactory(**lacking)
    assert not person.is_shown
    assert list(ContactPerson.objects.shown()) == []


def test_a_person_cannot_be_made_public_without_proof():
    person = factories.ContactPersonFactory.build(consent_proof="")
    with pytest.raises(ValidationError, match="date de son accord"):
        person.full_clean()


def test_an_agreement_cannot_expire_before_it_was_given():
    person = factories.ContactPersonFactory.build(expires_on=YESTERDAY)
    with pytest.raises(ValidationError, match="avant d’avoir été donné"):
        person.full_clean()


def test_people_about_to_expire_are_found():
    soon = factories.ContactPersonFactory(
        expires_on=datetime.date.today() + datetime.timedelta(days=10)
    )
    factories.ContactPersonFactory()
    factories.ContactPersonFactory(expires_on=YESTERDAY)
    assert list(ContactPerson.objects.about_to_expire(within_days=30)) == [soon]
