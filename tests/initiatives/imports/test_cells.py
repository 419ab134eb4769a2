import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, strategies as st

from hub.territory.models import Precision
from initiatives.imports import cells
from initiatives.models import InitiativePage, Verification

YEAR = InitiativePage._meta.get_field("year")
HEADCOUNT = InitiativePage._meta.get_field("headcount")
SUMMARY = InitiativePage._meta.get_field("summary")
WEBSITE = InitiativePage._meta.get_field("website")
VERIFIED = Verification._meta.get_field("verified_on")


def refusal(read, cell):
    with pytest.raises(ValidationError) as refused:
        read(cell)
    return refused.value.messages[0]


def outcome(read, cell):
    """What a cell says or, where it is refused, why."""
    try:
        return read(cell)
    except ValidationError as refused:
        return refused.messages


def test_a_text_is_put_on_one_line():
    assert cells.text(SUMMARY)("  Une équipe\r\ndécide.\t") == "Une équipe décide."


def test_a_text_longer_than_its_field_is_refused_with_both_lengths():
    assert refusal(cells.text(SUMMARY), "a" * 401) == "401 caractères, pour 400 au plus."


@pytest.mark.parametrize("address", ["pas une adresse", "www.example.org", "javascript:alert(1)"])
def test_a_web_address_must_be_one(address):
    assert "URL" in refusal(cells.text(WEBSITE), address)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("15", 15),
        (" 1 200 ", 1200),
        ("1\u202f200", 1200),
        ("1\u00a0200", 1200),
        ("", None),
        ("0", 0),
    ],
)
def test_whole_numbers_are_read(cell, number):
    assert cells.integer(HEADCOUNT)(cell) == number


@pytest.mark.parametrize("cell", ["quinze", "15,5", "1e3", "-4", "½", "²", "nan", "9" * 40])
def test_other_numbers_are_refused(cell):
    assert "nombre entier" in refusal(cells.integer(HEADCOUNT), cell)


@pytest.mark.parametrize("cell", ["1999", "2101", "22"])
def test_a_number_must_suit_its_field(cell):
    assert refusal(cells.integer(YEAR), cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("47.0562", 47.0562), ("47,0562", 47.0562), ("-3.5", -3.5), ("−3,5", -3.5), ("", None)],
)
def test_degrees_are_read(cell, value):
    assert cells.degrees(90)(cell) == value


@pytest.mark.parametrize("cell", ["999", "90.1", "nan", "inf", "1e1", "47°", "abc", "٤٧"])
def test_what_is_no_degree_is_refused(cell):
    assert "degrés" in refusal(cells.degrees(90), cell)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-09-26", datetime.date(2023, 9, 26)),
        ("26/09/2023", datetime.date(2023, 9, 26)),
        ("6/9/2023", datetime.date(2023, 9, 6)),
        ("", None),
    ],
)
def test_dates_are_read_as_iso_or_as_french_spreadsheets_write_them(cell, day):
    assert cells.date(VERIFIED)(cell) == day


@pytest.mark.parametrize("cell", ["2023-02-30", "31/02/2023", "hier", "20230926", "2023-W05-1"])
def test_what_is_no_date_is_refused(cell):
    assert "date" in refusal(cells.date(VERIFIED), cell)


def test_a_date_to_come_is_refused_where_the_field_refuses_it():
    assert refusal(cells.date(VERIFIED), "2999-01-01")


@pytest.mark.parametrize(
    ("cell", "value"), [("oui", True), ("OUI", True), ("1", True), ("non", False), ("", False)]
)
def test_yes_and_no_are_read(cell, value):
    assert cells.yes_or_no(cell) is value


def test_neither_yes_nor_no_is_refused():
    assert refusal(cells.yes_or_no, "peut-être")


@pytest.mark.parametrize("cell", ["adresse", "ADRESSE", "À l’adresse", "a l'adresse"])
def test_a_choice_is_read_by_code_or_label(cell):
    assert cells.choice(Precision)(cell) == Precision.ADDRESS


def test_an_unknown_choice_is_refused_with_the_nearest_one():
    message = refusal(cells.choice(Precision), "comune")
    assert "«\u00a0commune\u00a0»" in message
    assert "adresse, commune" in message


@pytest.mark.parametrize("cell", ["a\x00b", "a\x0bb", "a\x7f", "\ud800", "\uffff"])
def test_control_characters_are_refused(cell):
    assert "contrôle" in refusal(cells.check_characters, cell)


@given(st.text())
def test_any_cell_is_read_or_refused_in_words(cell):
    readers = (
        cells.text(SUMMARY),
        cells.integer(HEADCOUNT),
        cells.degrees(90),
        cells.date(VERIFIED),
        cells.yes_or_no,
        cells.choice(Precision),
    )
    for read in readers:
        assert outcome(read, cell) != []


@given(st.integers(min_value=0, max_value=2_000_000))
def test_a_written_number_is_read_again(number):
    assert cells.integer(HEADCOUNT)(str(number)) == number


@given(st.floats(min_value=-90, max_value=90).map(lambda value: round(value, 6)))
def test_a_written_degree_is_read_again(value):
    assert cells.degrees(90)(f"{value:.6f}") == value


@given(st.dates(max_value=datetime.date(2024, 1, 1)))
def test_a_written_date_is_read_again(day):
    assert cells.date(VERIFIED)(day.isoformat()) == day
