import pytest

from hub.territory.point import Point

pytestmark = pytest.mark.django_db
DIJON, BESANCON, DOLE, AUXERRE = "21231", "25056", "39198", "89024"


@pytest.fixture
def places(place_model):
    for code in (DIJON, BESANCON, DOLE, AUXERRE):
        place_model.objects.create(name=code, commune_code=code)
    place_model.objects.create(name="nowhere")
    return place_model.objects.all()


def names(queryset):
    return set(queryset.values_list("name", flat=True))


def test_places_of_a_departement(places):
    assert names(places.in_departement("25")) == {BESANCON}


def test_places_of_an_epci(places):
    assert names(places.in_epci("242100410")) == {DIJON}


def test_places_of_a_former_region(places):
    assert names(places.in_former_region("Bourgogne")) == {DIJON, AUXERRE}
    assert names(places.in_former_region("Franche-Comté")) == {BESANCON, DOLE}
    assert names(places.in_former_region("Bretagne")) == set()


def test_places_of_a_box_with_its_edges(places, gazetteer):
    dole = gazetteer.commune(DOLE).point
    assert names(places.in_bbox(5.4, 47.0, 6.1, 47.3)) == {BESANCON, DOLE}
    edge = (dole.longitude, dole.latitude, dole.longitude, dole.latitude)
    assert names(places.in_bbox(*edge)) == {DOLE}


@pytest.mark.parametrize("km", [0, 10, 45, 80, 200, 30_000])
def test_places_near_a_point_are_those_that_plain_python_finds(places, gazetteer, km):
    centre = gazetteer.commune(DOLE).point
    expected = {
        place.name
        for place in places
        if place.has_point and place.location.distance_km(centre) <= km
    }
    assert names(places.near(centre, km)) == expected
    assert DOLE in expected


def test_the_corner_of_the_box_is_not_near(place_model):
    centre = Point(6.0, 47.0)
    west, south, _, _ = centre.box(10)
    place_model.objects.create(point=str(Point(west + 0.001, south + 0.001)))
    assert place_model.objects.in_bbox(*centre.box(10)).count() == 1
    assert place_model.objects.near(centre, 10).count() == 0


def test_near_is_one_query_that_can_be_refined(places, django_assert_num_queries):
    dijon = Point(5.04, 47.32)
    with django_assert_num_queries(1):
        found = list(places.near(dijon, 100).in_departement("39").order_by("name"))
    assert [place.name for place in found] == [DOLE]
