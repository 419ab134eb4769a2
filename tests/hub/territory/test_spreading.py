import math
from itertools import combinations

from hub.territory.spreading import grouped, spread


def test_marks_of_one_place_end_up_apart():
    moved = spread([(100, 100)] * 6, 20)
    assert all(math.dist(*pair) > 18 for pair in combinations(moved, 2))
    assert all(math.dist((100, 100), mark) < 60 for mark in moved)


def test_marks_that_are_far_apart_stay():
    assert spread([(0, 0), (100, 0)], 20) == [(0, 0), (100, 0)]


def test_the_same_marks_are_always_spread_alike():
    assert spread([(5, 5), (6, 5), (5, 6)], 9) == spread([(5, 5), (6, 5), (5, 6)], 9)


def test_near_positions_become_one_group_with_its_count():
    assert grouped([(0, 0), (100, 0), (2, 0), (4, 0)], 10) == [((2.0, 0.0), 3), ((100, 0), 1)]


def test_nothing_is_grouped_of_nothing():
    assert grouped([], 10) == []
