import pytest
from hypothesis import given, strategies as st

from hub.content.formulas import neutralise, restore


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(start):
    assert neutralise(f"{start}1+1") == f"'{start}1+1"
    assert restore(f"'{start}1+1") == f"{start}1+1"


@pytest.mark.parametrize("text", ["", "Agrodoubs", "l’eau", "'hui", "a=b", "'"])
def test_other_texts_stay_as_they_are(text):
    assert neutralise(text) == restore(text) == text


@given(st.text(alphabet="'=+-@a\t＝", max_size=6) | st.text())
def test_no_text_is_changed_by_an_export_and_an_import(text):
    assert restore(neutralise(text)) == text


@given(st.text(alphabet="'=+-@a\t＝", max_size=6) | st.text())
def test_no_written_cell_begins_a_formula(text):
    assert not neutralise(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
