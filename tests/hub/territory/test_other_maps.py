"""The maps of one place, of a route, of one territory."""

import pytest
from django.template.loader import render_to_string

from hub.territory.area_map import area_map, path_box
from hub.territory.place_map import place_map
from hub.territory.point import Point
from hub.territory.region_map import Pin
from hub.territory.route_map import Stop, route_map

DIJON = Point(5.0415, 47.3220)
PARIS = Point(2.35, 48.85)


def rendered(component, drawn):
    return render_to_string(f"components/{component}.html", {"map": drawn})


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("89024", "au nord-ouest"),
        ("71270", "au sud"),
        ("90010", "à l’est"),
        ("21231", "au centre"),
    ],
)
def test_a_place_is_said_in_words_too(gazetteer, code, where):
    commune = gazetteer.commune(code)
    drawn = place_map(commune.point, commune.label)
    assert drawn.alternative == f"{commune.label}, {where} de la région"
    assert drawn.departement == code[:2]
    assert f'aria-label="Carte : {drawn.alternative}"' in rendered("place_map", drawn)


def test_an_approximate_place_says_so():
    said = "Position approximative"
    assert said in rendered("place_map", place_map(DIJON, "Dijon", is_approximate=True))
    assert said not in rendered("place_map", place_map(DIJON, "Dijon"))


def test_a_place_beyond_the_sheet_has_no_map():
    assert place_map(PARIS, "Paris") is None


def test_stages_are_links_in_their_order_along_one_road(gazetteer):
    codes = ("21231", "25056", "39198")
    stops = [
        Stop(gazetteer.commune(code).point, gazetteer.commune(code).label, number, f"/e/{number}/")
        for number, code in enumerate(codes, 1)
    ]
    drawn = route_map(stops)
    assert drawn.marks[0].name == "Étape 1\u00a0: Dijon (Côte-d’Or)"
    assert drawn.road.startswith(f"M{drawn.marks[0].x:g} {drawn.marks[0].y:g}")
    assert drawn.road.count("C") == 2
    html = rendered("route_map", drawn)
    assert html.index("/e/1/") < html.index("/e/2/") < html.index("/e/3/")


def test_two_stages_of_one_place_do_not_hide_one_another():
    one, other = route_map([Stop(DIJON, "Dijon", 1), Stop(DIJON, "Dijon", 2)]).marks
    assert abs(one.x - other.x) + abs(one.y - other.y) > 70


def test_a_stage_without_a_page_is_no_link_and_one_elsewhere_is_not_drawn():
    drawn = route_map([Stop(DIJON, "Dijon", 1), Stop(PARIS, "Paris", 2)])
    assert [mark.stop.label for mark in drawn.marks] == ["Dijon"]
    assert drawn.road == ""
    assert "<a " not in rendered("route_map", drawn)


def test_a_territory_fills_the_window_with_its_neighbours_around():
    drawn = area_map("25", "Doubs", [Pin(Point(6.02, 47.24)), Pin(Point(6.02, 47.24))])
    left, top, width, height = map(float, drawn.view_box.split())
    box = path_box(drawn.path)
    assert left < box[0] < box[2] < left + width
    assert top < box[1] < box[3] < top + height
    assert 3 <= len(drawn.neighbours) <= 5
    assert [spot.count for spot in drawn.spots] == [2]
    assert drawn.alternative == "Carte\u00a0: Doubs, 2 points"
    assert ">2</text>" in rendered("area_map", drawn)


def test_every_epci_has_a_map(gazetteer):
    assert all(area_map(epci.code, epci.label) for epci in gazetteer.epcis)


def test_an_unknown_territory_has_none():
    assert area_map("99", "Ailleurs") is None


def test_the_box_of_a_path_follows_its_relative_steps():
    assert path_box("M10 20l5-3.5-.5 10zM0 0l1 1z") == (0, 0, 15, 26.5)
