import pytest
from django.template.loader import render_to_string

from hub.territory.point import Point
from hub.territory.region_map import Pin, region_map


def address(code):
    return f"/initiatives/?departement={code}&q=a"


def rendered(**options):
    counts = {"25": 1234, "39": 1}
    return render_to_string(
        "components/region_map.html", {"map": region_map(counts, address, **options)}
    )


def test_every_departement_is_a_link_with_its_count_in_its_name():
    areas = region_map({"25": 131, "39": 1}, address).areas
    said = {area.label: area.name for area in areas}
    assert said["Doubs"] == "Doubs\u00a0: 131 initiatives"
    assert said["Jura"] == "Jura\u00a0: 1 initiative"
    assert said["Yonne"] == "Yonne\u00a0: 0 initiative"
    assert len(areas) == 8


def test_a_chosen_departement_says_that_its_link_takes_the_filter_away():
    areas = region_map({}, address, chosen={"39"}).areas
    assert [area.code for area in areas if area.is_chosen] == ["39"]
    assert "retirer ce filtre" in next(area.name for area in areas if area.is_chosen)


def test_the_map_has_escaped_addresses_and_french_numbers():
    html = rendered(chosen=["25"])
    assert 'href="/initiatives/?departement=25&amp;q=a"' in html
    assert html.count("aria-current") == 1
    assert "1\u00a0234" in html


def test_coordinates_keep_their_decimal_point_in_french():
    html = rendered(pins=[Pin(Point(5.5, 47.1)), Pin(Point(6.5, 47.1), is_approximate=True)])
    pin = Pin(Point(5.5, 47.1))
    assert f'cx="{pin.x}" cy="{pin.y}"' in html
    assert html.count("region-map__pin--approximate") == 1


def test_two_maps_on_one_page_have_no_identifier_to_share():
    assert " id=" not in rendered()


def test_the_source_is_printed_under_the_map():
    assert "IGN Admin Express" in rendered()


@pytest.mark.parametrize("code", ["99", ""])
def test_counts_of_unknown_places_are_left_out(code):
    assert sum(area.count for area in region_map({code: 5}, address).areas) == 0
