"""Terms: unique in their vocabulary, two levels, never deletable while in use."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from initiatives.models import Scheme, Term
from initiatives.vocabularies import load_vocabularies
from tests import factories

pytestmark = pytest.mark.django_db


def test_two_vocabularies_may_hold_the_same_word():
    factories.TermFactory(scheme=Scheme.LINKED_TO, slug="organisation")
    factories.TermFactory(scheme=Scheme.LEVER, slug="organisation")
    assert Term.objects.filter(slug="organisation").count() == 2


def test_a_vocabulary_holds_a_code_once():
    Term.objects.create(scheme=Scheme.LEVER, slug="accord", name="Accord")
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(scheme=Scheme.LEVER, slug="accord", name="Accord")


def test_a_parent_is_a_first_level_term_of_the_same_vocabulary():
    top = factories.TermFactory(slug="sante")
    child = factories.TermFactory(slug="tms", parent=top)
    other = factories.TermFactory(scheme=Scheme.LEVER, slug="outil")
    for wrong in (child, other):
        term = Term(scheme=Scheme.THEME, slug="dos", name="Dos", parent=wrong)
        with pytest.raises(ValidationError, match="premier niveau"):
            term.full_clean()


def test_a_cross_reference_is_an_address():
    term = Term(scheme=Scheme.LEVER, slug="lieu", name="Lieu", cross_references="pas une adresse")
    with pytest.raises(ValidationError, match="n’est pas une adresse"):
        term.full_clean()


def test_a_term_in_use_cannot_be_deleted(home):
    term = factories.TermFactory()
    factories.InitiativePageFactory(terms=[term])
    with pytest.raises(ProtectedError):
        term.delete()


def test_a_term_of_a_list_in_use_cannot_be_deleted(home):
    term = factories.TermFactory(scheme=Scheme.SECTOR, slug="a")
    factories.InitiativePageFactory(sector=term)
    with pytest.raises(ProtectedError):
        term.delete()


def test_loading_the_vocabularies_twice_changes_nothing():
    assert load_vocabularies() > 100
    assert load_vocabularies() == 0


def test_loading_again_keeps_what_staff_renamed_and_deleted():
    load_vocabularies()
    Term.objects.filter(scheme=Scheme.LEVER, slug="charte").update(name="Charte signée")
    Term.objects.get(scheme=Scheme.LEVER, slug="reseau").delete()
    load_vocabularies()
    assert Term.objects.get(scheme=Scheme.LEVER, slug="charte").name == "Charte signée"
    assert not Term.objects.filter(scheme=Scheme.LEVER, slug="reseau").exists()


def test_the_grid_of_the_programme_is_complete():
    load_vocabularies()
    centred = Term.objects.of(Scheme.CENTRED_ON).values_list("slug", flat=True)
    linked = Term.objects.of(Scheme.LINKED_TO).values_list("slug", flat=True)
    assert list(centred) == ["individu", "territoire", "entreprise"]
    assert list(linked) == ["procedure", "organisation", "legislation", "conception"]


def test_every_child_stands_in_the_vocabulary_of_its_parent():
    load_vocabularies()
    for term in Term.objects.exclude(parent=None).select_related("parent"):
        term.full_clean()
