import pytest

from hub.territory.build.labels import room_for_label
from hub.territory.build.paths import Sheet, svg_path

RING = [(10.2, 20.2), (10.6, 30.0), (4.0, 30.4), (10.2, 20.2)]


def test_a_path_is_written_in_rounded_relative_steps():
    assert svg_path([RING]) == "M10 20l1 10-7 0z"


def test_a_path_may_keep_a_decimal_and_never_writes_the_zero_before_it():
    assert svg_path([RING], decimals=1) == "M10.2 20.2l.4 9.8-6.6 .4z"


def test_several_rings_make_one_path():
    assert svg_path([RING, RING]).count("M") == 2


def test_a_sheet_holds_the_rings_within_its_margin():
    ring = [(3.0, 46.0), (3.0, 48.0), (7.0, 47.0), (3.0, 46.0)]
    sheet = Sheet.around([ring], width=1000, margin=10)
    xs, ys = zip(*sheet.ring(ring), strict=True)
    assert (min(xs), max(xs)) == pytest.approx((10, 990), abs=0.1)
    assert (min(ys), max(ys)) == pytest.approx((10, sheet.height - 10), abs=1)
    north, south = sheet.at((3.0, 48.0)), sheet.at((3.0, 46.0))
    assert north[1] < south[1]


def test_a_label_stands_where_there_is_the_most_room_across():
    # A tall narrow tower on a wide low base.
    shape = [(0, 0), (0, 20), (100, 20), (100, 0), (60, 0), (60, -90), (40, -90), (40, 0), (0, 0)]
    x, y = room_for_label([shape])
    assert 20 < x < 80
    assert 0 < y < 20
