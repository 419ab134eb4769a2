import datetime

import pytest

from initiatives.freshness import fresh_since


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (datetime.date(2024, 3, 1), datetime.date(2022, 3, 1)),
        (datetime.date(2024, 2, 29), datetime.date(2022, 2, 28)),
        (datetime.date(2024, 12, 31), datetime.date(2022, 12, 31)),
        (datetime.date(2025, 1, 1), datetime.date(2023, 1, 1)),
    ],
)
def test_a_verification_counts_for_twenty_four_months(today, since):
    assert fresh_since(today) == since
