"""Who counts as what."""

import pytest
from wagtail.models import Page, PageViewRestriction

from initiatives.models import (
    EventPage,
    InitiativePage,
    Scheme,
    VideoSubject,
)
from initiatives.querysets import pages_about
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_fiche_is_laureate_by_its_results_and_by_nothing_else(home):
    laureate = factories.PrizeResultFactory(year=2022).initiative
    factories.PrizeResultFactory(year=2022, stage="nommee")
    factories.InitiativePageFactory()
    assert list(InitiativePage.objects.laureates().order_by("pk")) == [laureate]
    assert list(InitiativePage.objects.laureates(2021).order_by("pk")) == []


def test_a_fiche_that_won_twice_is_listed_once(home):
    fiche = factories.InitiativePageFactory()
    factories.PrizeResultFactory(initiative=fiche, year=2019)
    factories.PrizeResultFactory(initiative=fiche, year=2021)
    assert InitiativePage.objects.laureates().count() == 1


def test_a_theme_gathers_the_fiches_of_its_second_level(home):
    top = factories.TermFactory(slug="sante-au-travail")
    child = factories.TermFactory(slug="tms", parent=top)
    fiche = factories.InitiativePageFactory(terms=[child])
    assert list(InitiativePage.objects.described_by(top).order_by("pk")) == [fiche]


@pytest.mark.parametrize(
    ("scheme", "field"),
    [
        (Scheme.SECTOR, "sector"),
        (Scheme.LEGAL_STATUS, "legal_status"),
        (Scheme.HEADCOUNT, "headcount_class"),
        (Scheme.MATURITY, "maturity"),
    ],
)
def test_a_term_of_a_list_gathers_its_fiches(home, scheme, field):
    term = factories.TermFactory(scheme=scheme, slug="x")
    fiche = factories.InitiativePageFactory(**{field: term})
    factories.InitiativePageFactory()
    assert list(InitiativePage.objects.described_by(term).order_by("pk")) == [fiche]


def test_the_pages_about_a_fiche_are_those_that_the_public_may_see(home):
    fiche = factories.InitiativePageFactory()
    story = factories.LaureateStoryPageFactory(
        prize_result=factories.PrizeResultFactory(initiative=fiche)
    )
    video, draft, private = (factories.VideoPageFactory() for _ in range(3))
    for page in (video, draft, private):
        VideoSubject.objects.create(video=page, page=fiche)
    Page.objects.filter(pk=draft.pk).update(live=False)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert set(pages_about(fiche)) == {story, video}


def test_the_neighbours_of_a_place_come_first(home):
    far = factories.InitiativePageFactory(commune_code="21231")
    near = factories.InitiativePageFactory(commune_code="25056")
    assert list(InitiativePage.objects.visible().nearest_first("25")) == [near, far]


def test_fiches_keep_the_order_in_which_they_were_chosen(home):
    first, second, third = (factories.InitiativePageFactory() for _ in range(3))
    Page.objects.filter(pk=second.pk).update(live=False)
    chosen = [third.pk, second.pk, first.pk]
    assert InitiativePage.objects.in_this_order(chosen) == [third, first]


def test_events_are_found_by_place(home):
    event = factories.EventPageFactory(commune_code="25056")
    factories.EventPageFactory(commune_code="21231")
    assert list(EventPage.objects.in_departement("25").order_by("pk")) == [event]


def test_titles_are_sorted_as_in_a_french_dictionary(home):
    for title in ("Zoé au bureau", "École ouverte", "CUMA Trois Rivières", "Cabinet Lampyre"):
        factories.InitiativePageFactory(title=title)
    titles = InitiativePage.objects.by_title().values_list("title", flat=True)
    assert list(titles) == [
        "Cabinet Lampyre",
        "CUMA Trois Rivières",
        "École ouverte",
        "Zoé au bureau",
    ]
