"""Paths of the drawing, read as points."""

from hub.territory.area_map import path_box
from hub.territory.drawing import get_drawing
from hub.territory.rings import rings_of


def test_steps_are_counted_from_the_point_before():
    assert rings_of("M10 20l5-4 0 2.5-.5-1z") == (((10, 20), (15, 16), (15, 18.5), (14.5, 17.5)),)


def test_a_path_of_several_rings_begins_each_anew():
    assert rings_of("M1 1l1 0 0 1zM9 9l-1 0 0-1z") == (
        ((1, 1), (2, 1), (2, 2)),
        ((9, 9), (8, 9), (8, 8)),
    )


def test_the_box_of_the_region_is_the_sheet():
    left, top, right, bottom = path_box(get_drawing().outline)
    assert 0 <= left < right <= get_drawing().width
    assert 0 <= top < bottom <= get_drawing().height
