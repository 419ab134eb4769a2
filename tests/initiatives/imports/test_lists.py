import pytest
from hypothesis import given, strategies as st

from initiatives.imports import lists

texts = st.text(min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("", []),
        ("individu", ["individu"]),
        (" individu | territoire ", ["individu", "territoire"]),
        ("a||b|", ["a", "b"]),
        (r"a\|b|c", ["a|b", "c"]),
        (r"C:\temp", [r"C:\temp"]),
        (r"fin\\|suite", ["fin\\", "suite"]),
    ],
)
def test_a_cell_holds_several_values(cell, items):
    assert lists.split(cell) == items


@given(st.lists(texts))
def test_what_is_joined_is_split_again(items):
    assert lists.split(lists.join(items)) == items


@given(st.text())
def test_any_cell_can_be_split(cell):
    assert all(item == item.strip() and item for item in lists.split(cell))
