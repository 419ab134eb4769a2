"""Words as somebody writes them."""

import pytest

from search.page.as_written import as_written


@pytest.mark.parametrize(
    ("words", "texts", "written"),
    [
        ("creche egalite", ["La Crèche", "L’égalité des salarié·e·s"], "crèche égalité"),
        ("creche", ["creche", "crèche"], "creche"),
        ("salarie", ["les salarié·e·s"], "salarié·e·s"),
        ("absent", ["un texte"], "absent"),
        ("creche creche", ["crèche"], "crèche crèche"),
        ("", ["crèche"], ""),
    ],
)
def test_a_word_is_written_as_the_first_text_that_holds_it(words, texts, written):
    assert as_written(words, texts) == written
