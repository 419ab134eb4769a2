"""Parameters of an address are read into a query; what cannot be read is told, never raised."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings, strategies as st

from hub.territory.gazetteer import get_gazetteer
from initiatives.models import Scheme
from search.cleaning import clean
from search.page.forms import LAST_PAGE, MOST_VALUES, SearchForm
from search.page.places import read_box, read_near
from search.query import SearchQuery, Sort, canonical_filters
from search.registry import registry
from tests.factories import TermFactory

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=80)
CODES = [one.code for one in get_gazetteer().communes[:40]]
DEGREES = st.floats(-60, 60, allow_nan=False)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "departement": st.sets(st.sampled_from(["21", "25", "39", "58"])),
        "economie": st.sets(st.sampled_from(["ess", "classique"])),
        "annee": st.sets(st.integers(2000, 2030).map(str)),
        "type": st.sets(st.sampled_from(["initiative", "video", "page"])),
        "fraicheur": st.sets(st.sampled_from(["fraiche", "ancienne", "jamais"])),
    },
)
BOXES = st.tuples(DEGREES, DEGREES, DEGREES, st.floats(61, 80)).map(
    lambda sides: read_box(",".join(f"{side:.5f}" for side in sides))
)
NEARS = st.one_of(
    st.builds(read_near, st.sampled_from(CODES), st.integers(1, 200)),
    st.builds(
        lambda latitude, longitude, km: read_near(f"{latitude:.4f},{longitude:.4f}", km),
        DEGREES,
        DEGREES,
        st.integers(1, 200),
    ),
)
QUERIES = st.builds(
    SearchQuery,
    words=ANYTHING.map(lambda text: clean(text, 300)),
    filters=FILTERS.map(lambda chosen: canonical_filters(chosen.items())),
    box=st.none() | BOXES,
    near=st.none() | NEARS,
    sort=st.none() | st.sampled_from(Sort),
    as_typed=st.booleans(),
    page=st.integers(1, LAST_PAGE),
)


def read(text):
    return SearchForm.from_query_string(text)


def sentences(text):
    return [problem.sentence for problem in read(text).problems]


@given(QUERIES)
def test_a_query_is_the_same_as_its_address(query):
    text = query.to_query_string()
    form = read(text)
    assert form.query == query
    assert form.query.to_query_string() == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.dictionaries(st.sampled_from([*registry.facets, "q", "bbox", "autour", "rayon", "tri",
    "page", "exact", "plus", "inconnu"]), st.lists(ANYTHING, max_size=3), max_size=6))  # fmt: skip
def test_anything_at_all_is_read_without_raising_and_reads_again_alike(db, given_values):
    parameters = QueryDict(mutable=True)
    for name, values in given_values.items():
        parameters.setlist(name, values)
    query = SearchForm(parameters).query
    again = read(query.to_query_string())
    assert again.query == query


def test_the_empty_address_asks_for_everything():
    form = read("")
    assert form.query == SearchQuery()
    assert form.problems == ()


def test_unknown_parameters_are_passed_over():
    assert read("utm_source=lettre&fbclid=1&q=").problems == ()


def test_a_repeated_parameter_adds_up_and_is_there_once():
    query = read("departement=25&departement=21&departement=25").query
    assert query.values("departement") == ("21", "25")


def test_a_value_that_does_not_exist_is_told_and_left_out():
    form = read("departement=99&departement=25")
    assert form.query.values("departement") == ("25",)
    [problem] = form.problems
    assert (problem.parameter, problem.value) == ("departement", "99")
    assert problem.sentence == "« 99 » n’est pas un choix de « Département »."


@pytest.mark.django_db
def test_a_term_is_known_by_its_slug_in_its_own_vocabulary():
    TermFactory(scheme=Scheme.THEME, slug="semaine-de-4-jours")
    assert read("theme=semaine-de-4-jours").query.values("theme") == ("semaine-de-4-jours",)
    assert sentences("public=semaine-de-4-jours")


def test_a_period_is_all_its_years():
    form = read("annee=2019-2021")
    assert form.query.values("annee") == ("2019", "2020", "2021")
    assert form.query.to_query_string() == "annee=2019&annee=2020&annee=2021"
    assert sentences("annee=2021-2019") == [
        "« 2021-2019 » n’est pas un choix de « Année de recensement »."
    ]


def test_the_words_are_cut_and_it_is_said():
    form = read("q=" + "a" * 400)
    assert form.query.words == "a" * 300
    assert [one.sentence for one in form.problems] == [
        "Seuls les 300 premiers caractères ont été lus."
    ]


def test_too_many_values_of_a_facet_are_cut_and_it_is_said():
    form = read("&".join(f"annee={year}" for year in range(1900, 2000)))
    assert len(form.query.values("annee")) == MOST_VALUES
    assert "seuls les 50 premiers choix" in form.problems[0].sentence


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1.5", "1e3", "٣"])
def test_what_is_no_number_of_a_page_is_told(page):
    form = read(f"page={page}")
    assert form.query.page == 1
    assert "numéro de page" in form.problems[0].sentence


@pytest.mark.parametrize("page", ["834", "1" + "0" * 30, "0" * 80 + "900"])
def test_a_page_beyond_the_window_is_its_last(page):
    assert read(f"page={page}").query.page == LAST_PAGE


@pytest.mark.parametrize(
    "box",
    [
        "1,2,3",
        "nan,1,2,3",
        "inf,1,2,3",
        "1,47,2,46",
        "181,1,2,3",
        "1,-91,2,3",
        "a,b,c,d",
        "1e2,1,2,3",
    ],
)
def test_a_box_that_is_none_is_told(box):
    form = read(f"bbox={box}")
    assert form.query.box is None
    assert form.problems[0].parameter == "bbox"


@pytest.mark.parametrize("address", ["bbox=0,0,0.00001,61", "autour=0.00001,-0.000001"])
def test_tiny_degrees_are_spelt_without_an_exponent(address):
    query = read(address).query
    assert "e-" not in query.to_query_string()
    assert read(query.to_query_string()).query == query


def test_a_box_may_cross_the_antimeridian():
    assert read("bbox=170,-10,-170,10").query.box.west == 170


@pytest.mark.parametrize("origin", ["99999", "Ville-Inconnue", "999,6", "47,200", "nan,nan"])
def test_a_place_that_is_not_known_is_told(origin):
    form = read(f"autour={origin}&rayon=10")
    assert form.query.near is None
    assert form.problems[0].parameter == "autour"


@pytest.mark.parametrize("origin", ["25056", "Besançon", "besancon", "Besançon (Doubs)"])
def test_a_commune_is_known_by_its_code_and_by_its_name(origin):
    near = read(f"autour={origin}").query.near
    assert (near.origin, near.km) == ("25056", 20)


@pytest.mark.parametrize("radius", ["0", "201", "-3", "abc", "1e3", "nan"])
def test_a_radius_that_is_not_possible_is_told_and_the_usual_one_taken(radius):
    form = read(f"autour=25056&rayon={radius}")
    assert form.query.near.km == 20
    assert "il va de 1 à 200 km" in form.problems[0].sentence


def test_a_radius_without_a_place_says_nothing():
    assert read("rayon=20&autour=").problems == ()


def test_an_order_that_is_none_is_told():
    assert read("tri=prix").query.sort is None
    assert sentences("tri=prix") == ["« prix » n’est pas une façon de trier."]
    assert sentences("tri=distance") == ["Pour trier par distance, indiquez une commune."]


def test_the_preset_of_an_address_is_no_parameter():
    preset = (("type", ("initiative",)),)
    form = SearchForm.from_query_string("type=video&departement=25", preset)
    assert form.query.values("type") == ("initiative",)
    assert form.query.to_query_string(leave_out=dict(preset)) == "departement=25"
