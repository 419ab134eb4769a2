"""A figure is drawn to scale, or not at all."""

from decimal import Decimal

import pytest

from hub.content.drawing import COLUMNS, MOST_DOTS, STEP, drawing_of
from hub.content.templatetags.figures import drawn_figure, noun
from hub.content.text import NBSP


def dots(path: str) -> int:
    """Count the dots of a path: one at each step of each row."""
    rows = [row for row in path.split("M") if row]
    return sum(int(float(row.split("h")[1]) // STEP) + 1 for row in rows)


@pytest.mark.parametrize("count", [1, 19, 20, 21, 163, MOST_DOTS])
def test_a_count_has_as_many_dots(count: int) -> None:
    drawing = drawing_of(count)
    assert drawing is not None
    assert dots(drawing.path) == count
    assert drawing.worth == 1
    assert drawing.height == -(-count // COLUMNS) * STEP


def test_a_large_count_says_what_a_dot_is_worth() -> None:
    drawing = drawing_of(f"2{NBSP}882")
    assert drawing is not None
    assert (dots(drawing.path), drawing.worth) == (29, 100)
    assert "Un point vaut 100." in drawn_figure("2 882", "vues")


@pytest.mark.parametrize(("share", "length"), [("50", 80), ("12,5", 20), (Decimal(100), 160)])
def test_a_share_is_a_bar(share: object, length: int) -> None:
    drawing = drawing_of(share, "%")
    assert drawing is not None
    assert drawing.is_share
    assert drawing.path == f"M0 4h{length}"


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("3,5", ""), ("0", ""), ("-4", ""), ("environ 30", ""), ("", ""), ("150", "%"),
        ("32", "h"), ("12", "€"), ("nan", ""), ("inf", ""), ("1e400", ""), (None, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_left_to_the_number(value: object, unit: str) -> None:
    assert drawing_of(value, unit) is None
    assert drawn_figure(value, unit) == ""


def test_a_drawing_is_hidden_from_assistive_technologies() -> None:
    assert 'aria-hidden="true"' in drawn_figure(15, "")
    assert 'aria-hidden="true"' in drawn_figure(15, "%")


@pytest.mark.parametrize(("number", "said"), [(0, "fiche"), (1, "fiche"), (2, "fiches")])
def test_the_french_plural_begins_at_two(number: int, said: str) -> None:
    assert noun(number, "fiche,fiches") == said
