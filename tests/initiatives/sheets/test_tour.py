"""The stages of a tour: their order, their numbers, and which are on the road."""

import datetime

import pytest

from initiatives.sheets.tour import Tour
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
DOLE, VESOUL = "39198", "70550"


@pytest.fixture
def series(home):
    return factories.EventSeriesPageFactory()


def stage(series, number, commune=DOLE, day=1, **fields):
    return factories.EventPageFactory(
        parent=series,
        stage=number,
        commune_code=commune,
        start_date=datetime.date(2013, 4, day),
        **fields,
    )


def test_stages_come_by_their_numbers_whatever_their_days(series):
    second, first = stage(series, 2, day=1), stage(series, 1, day=9)
    assert [(one.event, one.number) for one in Tour(series).stops] == [(first, 1), (second, 2)]


def test_stages_without_a_number_come_last_and_all_are_numbered_by_rank(series):
    late, early = stage(series, None, day=9), stage(series, None, day=2)
    first = stage(series, 4, day=20)
    assert [(one.event, one.number) for one in Tour(series).stops] == [
        (first, 1), (early, 2), (late, 3)
    ]  # fmt: skip


def test_two_stages_of_one_number_are_told_apart(series):
    stage(series, 1), stage(series, 1, day=2)
    assert [one.number for one in Tour(series).stops] == [1, 2]


def test_stages_without_place_and_cancelled_ones_are_listed_and_not_drawn(series):
    placed = stage(series, 1)
    nowhere = stage(series, 2, commune="", imprecise_date="automne 2013")
    stage(series, 3, commune=VESOUL, is_cancelled=True)
    tour = Tour(series)
    assert len(tour.stops) == 3
    assert [one.event for one in tour.stops if one.is_on_the_road] == [placed]
    assert [one.event for one in tour.without_place] == [nowhere]


def test_a_tour_costs_one_question_however_many_stages(series, django_assert_num_queries):
    for number in range(6):
        stage(series, number)
    with django_assert_num_queries(1):
        assert len(Tour(series).stops) == 6


def test_marks_and_lines_of_the_list_lead_to_one_another(client, series):
    placed, nowhere = stage(series, 1), stage(series, 2, commune="")
    page = client.get(series.url).content.decode()
    ids = {given["id"] for _, given in Markup(page).tags if "id" in given}
    assert f"etape-{placed.pk}" in ids
    assert Markup(page).all("a", href=f"#etape-{placed.pk}")
    assert not Markup(page).all("a", href=f"#etape-{nowhere.pk}")
    assert len(Markup(page).all("a", href="#route")) == 1
    assert "2\xa0étapes, dont 1 sans lieu connu, hors de la carte" in page


def test_a_tour_without_any_place_has_no_map(client, series):
    stage(series, 1, commune="")
    assert Tour(series).map is None
    assert "#route" not in client.get(series.url).content.decode()


def test_stages_of_one_town_are_said_to_be_set_apart(series):
    stage(series, 1), stage(series, 2, commune=VESOUL)
    assert not Tour(series).has_stops_set_apart
    stage(series, 3)
    assert Tour(series).has_stops_set_apart
