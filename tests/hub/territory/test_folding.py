import pytest

from hub.territory.folding import fold, without_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Besançon", "besancon"),
        ("CHALON-SUR-SAÔNE", "chalon sur saone"),
        ("St-Agnan", "saint agnan"),
        ("Ste Suzanne", "sainte suzanne"),
        ("L’Isle-sur-le-Doubs", "l isle sur le doubs"),
        ("L'Isle-sur-le-Doubs", "l isle sur le doubs"),
        ("  Cœur   du\tJura ", "coeur du jura"),
        ("25330", "25330"),
        ("…", ""),
        ("", ""),
    ],
)
def test_ways_of_writing_a_name_become_one(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("les premiers sapins", "premiers sapins"),
        ("l isle", "isle"),
        ("la", "la"),
        ("levier", "levier"),
        ("lavans", "lavans"),
    ],
)
def test_a_leading_article_is_removed_when_a_name_remains(folded, expected):
    assert without_article(folded) == expected
