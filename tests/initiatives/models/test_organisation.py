"""Organisations: their number, their labels, their roles."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, strategies as st

from initiatives.models import InitiativeOrganisation, OrganisationRole, ProgrammeRole
from initiatives.models.organisation import validate_siret
from tests import factories


@pytest.mark.parametrize("siret", ["73282932000074", "35600000000048"])
def test_a_true_siret_is_accepted(siret):
    validate_siret(siret)


@pytest.mark.parametrize("siret", ["7328293200007", "73282932000075", "7328293200007x", "٧" * 14])
def test_a_false_siret_is_refused(siret):
    with pytest.raises(ValidationError):
        validate_siret(siret)


@given(st.text(max_size=13))
def test_any_other_text_gets_a_clear_refusal(text):
    with pytest.raises(ValidationError, match="SIRET"):
        validate_siret(text)


@pytest.mark.parametrize(
    ("years", "printed"),
    [
        ((2013, 2016), "2013–2016"),
        ((2013, 2013), "2013"),
        ((2013, None), "depuis 2013"),
        ((None, 2016), "jusqu’en 2016"),
        ((None, None), ""),
    ],
)
def test_a_period_is_printed_as_far_as_it_is_known(years, printed):
    assert ProgrammeRole(from_year=years[0], to_year=years[1]).period == printed


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValidationError, match="précède"):
        ProgrammeRole(from_year=2016, to_year=2013).clean()


@pytest.mark.django_db
def test_the_organisations_of_a_fiche_are_told_apart_by_their_role(home):
    fiche = factories.InitiativePageFactory()
    carrier, spotter = factories.OrganisationFactory(), factories.OrganisationFactory()
    for role, organisation in (("porteur", carrier), ("repereur", spotter)):
        InitiativeOrganisation.objects.create(page=fiche, organisation=organisation, role=role)
    fiche.refresh_from_db()
    assert fiche.organisations(OrganisationRole.CARRIER) == [carrier]
    assert fiche.organisations(OrganisationRole.SPOTTER) == [spotter]


@pytest.mark.django_db
def test_labels_are_printed_by_their_names():
    organisation = factories.OrganisationFactory(is_esus=True, is_siae=True)
    assert organisation.label_names == ["agréée ESUS", "SIAE (insertion)"]
