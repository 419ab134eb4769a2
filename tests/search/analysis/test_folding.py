import pytest
from hypothesis import given, strategies as st

from search.analysis import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ÉGALITÉ", "egalite"),
        ("Cœur d’Ægir", "coeur d’aegir"),
        ("Noël à Besançon", "noel a besancon"),
        ("Saint-Étienne, St-Agnan", "saint-etienne, st-agnan"),
        ("İstanbul, ılık", "istanbul, ilik"),
        ("ﬁche", "fiche"),
        ("Straße", "strasse"),
        ("Łódź, Sørensen", "lodz, sorensen"),
        ("RSE 2024", "rse 2024"),
    ],
)
def test_folding_leaves_neither_case_nor_accents(text, expected):
    assert fold(text) == expected


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
