"""A length is typed as on a clock, said in words and written for machines."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, strategies as st

from hub.content.video.duration import as_clock, as_iso, as_words, parse_clock


@pytest.mark.parametrize(
    ("text", "seconds", "clock", "words", "iso"),
    [
        ("3:20", 200, "3:20", "3 min 20 s", "PT3M20S"),
        ("0:45", 45, "0:45", "45 s", "PT45S"),
        (" 04:00 ", 240, "4:00", "4 min", "PT4M"),
        ("1:02:45", 3765, "1:02:45", "1 h 2 min 45 s", "PT1H2M45S"),
        ("90:00", 5400, "1:30:00", "1 h 30 min", "PT1H30M"),
    ],
)
def test_a_length_typed_is_understood_and_shown(
    text: str, seconds: int, clock: str, words: str, iso: str
) -> None:
    length = parse_clock(text)
    assert length == timedelta(seconds=seconds)
    assert as_clock(length) == clock
    assert as_words(length).replace("\N{NO-BREAK SPACE}", " ") == words
    assert as_iso(length) == iso


@pytest.mark.parametrize(
    "text", ["", "200", "3:2", "3:60", "1:75:00", "0:00", "-3:20", "3 min", "٣:20"]
)
def test_a_length_that_is_not_a_clock_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValidationError, match="par exemple 3:20"):
        parse_clock(text)


@given(st.integers(min_value=1, max_value=99 * 3600))
def test_a_length_we_wrote_is_read_back(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert parse_clock(as_clock(length)) == length


def read(text: str) -> timedelta | None:
    try:
        return parse_clock(text)
    except ValidationError:
        return None


@given(st.text(alphabet="0123456789: h٣", max_size=12))
def test_a_text_gives_a_length_above_zero_or_a_refusal(text: str) -> None:
    length = read(text)
    assert length is None or length > timedelta(0)
