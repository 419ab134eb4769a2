"""What is passed over at a glance holds no word that is sought."""

import pytest
from spellchecker import SpellChecker

from search.analysis import normalise, tokenise
from search.highlighting import finding
from search.highlighting.candidates import candidates
from search.highlighting.finding import hits

TEXT = (
    "La R.S.E., les maux de dos, l’Œuvre et le cœur ; salarié·e·s, FOYERS, qu’Émilie "
    "co\u00adopère, les e\u0301gaux travaux, 1 200 heures à 4,5 jours, tiers-lieux, œuvrer. "
    "Ça va, garçon : noeuds."
)


def test_every_word_of_french_is_found_by_its_stems() -> None:
    words = [word for word in SpellChecker(language="fr").word_frequency.dictionary if word]
    missed = [
        word
        for word in words
        for token in tokenise(word)
        for stem in token.stems
        if (found := candidates(normalise(word), [stem], ())) is not None and not any(found)
    ]

    assert not missed


@pytest.mark.parametrize("word", [token.word for token in tokenise(TEXT) if token.stems])
def test_as_much_is_found_as_by_reading_everything(word: str, monkeypatch) -> None:
    stems = {stem for token in tokenise(word) for stem in token.stems}
    quick = hits(normalise(TEXT), stems)
    monkeypatch.setattr(finding, "candidates", lambda *_: None)

    assert quick
    assert quick == hits(normalise(TEXT), stems)


def test_runs_without_such_a_beginning_are_passed_over() -> None:
    found = candidates("La crèche ouvre tôt", ["crech"], ())

    assert found is not None
    assert list(found) == [(3, "crèche")]


def test_numbers_take_reading_everything() -> None:
    assert candidates("1 200 heures", ["1200"], ()) is None
