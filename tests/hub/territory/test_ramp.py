import pytest

from hub.territory.ramp import count_classes

NOUN = ("initiative", "initiatives")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], []),
        ([0, 0], [(0, 0, 0)]),
        ([7, 7, 7], [(7, 7, 2)]),
        ([0, 1], [(0, 0, 0), (1, 1, 2)]),
        ([1, 2], [(1, 1, 1), (2, 2, 3)]),
        ([5, 6, 80, 81, 82, 200, 900], [(5, 6, 1), (80, 82, 2), (200, 200, 3), (900, 900, 4)]),
        ([131, 42, 0, 63, 9, 1], [(0, 0, 0), (1, 9, 1), (42, 42, 2), (63, 63, 3), (131, 131, 4)]),
    ],
)  # fmt: skip
def test_counts_are_parted_where_they_are_far_apart(counts, expected):
    assert [(one.low, one.high, one.step) for one in count_classes(counts)] == expected


def test_every_count_is_in_exactly_one_class():
    counts = [3, 3, 17, 18, 400, 0, 1, 1]
    classes = count_classes(counts)
    for count in counts:
        assert len([one for one in classes if one.low <= count <= one.high]) == 1


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ([0, 1], ["0 initiative", "1 initiative"]),
        ([2], ["2 initiatives"]),
        ([1, 2, 30, 60, 90], ["1 à 2 initiatives", *(f"{n} initiatives" for n in (30, 60, 90))]),
    ],
)  # fmt: skip
def test_a_class_says_its_bounds_in_french(counts, labels):
    assert [one.label(NOUN) for one in count_classes(counts)] == labels
