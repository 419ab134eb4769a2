"""A record remembers what a set-up command made, and sees whether somebody changed it."""

import pytest
from wagtail.models import ReferenceIndex

from hub.content.models import SeedRecord
from hub.content.models.seed import remember, seed
from hub.content.publishing import publish
from initiatives.models import ContactPerson, Organisation, ProgrammeRole
from tests.factories import HomePageFactory

pytestmark = pytest.mark.django_db


def seeded_organisation():
    return seed("essai", "cress", lambda: Organisation.objects.create(name="Cress", slug="cress"))


def test_what_was_made_is_found_again_and_not_made_twice():
    assert seeded_organisation() == seeded_organisation()
    assert Organisation.objects.count() == 1


def test_what_was_deleted_is_not_made_again():
    seeded_organisation().delete()
    assert seeded_organisation() is None
    assert not Organisation.objects.exists()
    assert not SeedRecord.objects.get().is_changed


def test_nothing_is_recorded_when_the_making_fails():
    with pytest.raises(ZeroDivisionError):
        seed("essai", "rien", lambda: 1 / 0)
    assert not SeedRecord.objects.exists()


def test_a_page_is_changed_by_a_newer_revision():
    page = HomePageFactory()
    publish(page)
    remember("essai", "page", page)
    assert not SeedRecord.objects.get().is_changed
    page.title = "Autre titre"
    page.save_revision()
    assert SeedRecord.objects.get().is_changed


def test_anything_else_is_changed_by_one_field():
    organisation = seeded_organisation()
    assert not SeedRecord.objects.get().is_changed
    organisation.description = "Une présentation."
    organisation.save()
    assert SeedRecord.objects.get().is_changed


def test_an_inline_child_counts_as_part_of_its_object():
    organisation = seeded_organisation()
    organisation.programme_roles.add(ProgrammeRole(role="copilote"))
    organisation.save()
    assert SeedRecord.objects.get().is_changed


def test_reading_the_object_back_changes_nothing():
    organisation = seeded_organisation()
    person = ContactPerson.objects.create(name="Camille", organisation=organisation)
    remember("essai", "camille", person)
    assert [record.is_changed for record in SeedRecord.objects.all()] == [False, False]


def test_a_record_does_not_count_as_a_use_of_its_object():
    organisation = seeded_organisation()
    assert not ReferenceIndex.get_references_to(organisation).exists()
