"""The life of an initiative on one line."""

import datetime

import pytest

from initiatives.models import InitiativePage, VideoSubject
from initiatives.sheets.initiative import InitiativeSheet
from initiatives.sheets.neighbours import of_a_theme
from tests import factories

pytestmark = pytest.mark.django_db


def sheet_of(fiche):
    return InitiativeSheet(fiche, near=of_a_theme)


def test_the_steps_of_a_life_come_in_order(home):
    fiche = factories.InitiativePageFactory(year=2021)
    factories.PrizeResultFactory(initiative=fiche, year=2022, awarded_on=datetime.date(2023, 9, 26))
    video = factories.VideoPageFactory(published_on=datetime.date(2023, 10, 1))
    VideoSubject.objects.create(video=video, page=fiche)
    factories.VerificationFactory(initiative=fiche, verified_on=datetime.date(2026, 3, 2))
    labels = [step.label for step in sheet_of(fiche).timeline]
    assert labels == ["Recensée", "Lauréate du prix 2022", "Témoignage en vidéo", "Vérifiée"]


def test_an_initiative_spotted_after_it_won_is_still_spotted_first(home):
    fiche = factories.InitiativePageFactory(year=2023)
    factories.PrizeResultFactory(initiative=fiche, year=2022)
    assert sheet_of(fiche).timeline[0].label == "Recensée"


def test_a_fiche_that_is_not_saved_has_a_life_too(home):
    sheet = sheet_of(InitiativePage(title="Brouillon", year=2024))
    assert [step.when for step in sheet.timeline] == ["2024"]


def test_neighbours_share_a_theme_and_do_not_include_the_fiche(home):
    theme = factories.TermFactory()
    fiche, near = (factories.InitiativePageFactory(terms=[theme]) for _ in range(2))
    factories.InitiativePageFactory()
    assert [one.fiche for one in sheet_of(fiche).neighbours] == [near]


def test_an_expired_contact_is_not_shown(home):
    contact = factories.ContactPersonFactory(expires_on=datetime.date(2020, 1, 1))
    fiche = factories.InitiativePageFactory(contact=contact)
    assert sheet_of(fiche).contact is None


def test_the_sheet_reads_the_grid_before_the_subjects(home):
    fiche = factories.InitiativePageFactory()
    assert [label for label, _ in sheet_of(fiche).grid] == ["Centrée sur", "En lien avec"]
