"""Numbers and days in French."""

import datetime
from decimal import Decimal

import pytest

from hub.content.text import counted, day_label, month_label, number_label


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (163, "163"),
        (2882, "2\u00a0882"),
        (Decimal("3.50"), "3,5"),
        (Decimal("1234567.00"), "1\u00a0234\u00a0567"),
        (Decimal("0.25"), "0,25"),
    ],
)
def test_numbers_are_grouped_by_three_and_lose_useless_zeros(number, said):
    assert number_label(number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0\xa0fiche"), (1, "1\xa0fiche"), (2, "2\xa0fiches")]
)
def test_the_plural_begins_at_two(number, said):
    assert counted(number, "fiche", "fiches") == said


def test_the_first_of_a_month_is_ordinal():
    assert day_label(datetime.date(2024, 10, 1)) == "1er\xa0octobre 2024"
    assert day_label(datetime.date(2023, 9, 26)) == "26\xa0septembre 2023"


def test_a_month_is_said_with_its_year():
    assert month_label(datetime.date(2026, 3, 2)) == "mars 2026"
