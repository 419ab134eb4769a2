"""What a visitor typed, as clauses."""

from search.meaning.clauses import MAX_CLAUSES, Phrase, Row, Word, clauses_of
from search.meaning.synonyms import Synonyms

SYNONYMS = Synonyms(
    [["RSE", "responsabilité sociétale des entreprises"], ["entreprise", "société"]]
)


def test_stop_words_and_question_words_ask_for_nothing() -> None:
    clauses = clauses_of("Comment faire garder les enfants ?")

    assert [clause.said for clause in clauses] == ["garder", "enfants"]


def test_a_word_comes_once_however_often_it_is_typed() -> None:
    assert len(clauses_of("crèche crèche Creche")) == 1


def test_the_number_of_clauses_is_bounded() -> None:
    text = " ".join(f"mot{number}" for number in range(500))

    assert len(clauses_of(text)) == MAX_CLAUSES


def test_quotation_marks_make_a_phrase_with_its_stop_words() -> None:
    (phrase, word) = clauses_of("«\xa0l’accord de branche\xa0» signé")

    assert phrase == Phrase("accord de branche", ("accord", "de", "branche"))
    assert isinstance(word, Word)


def test_a_mark_without_its_pair_is_no_phrase() -> None:
    assert [type(clause) for clause in clauses_of('accord "de branche')] == [Word, Word]


def test_the_longest_expression_is_taken() -> None:
    (clause,) = clauses_of("la responsabilité sociétale des entreprises", SYNONYMS)

    assert isinstance(clause, Row)
    assert clause.said == "responsabilite societale des entreprises"
    assert "rse" in clause.all_stems


def test_a_dotted_acronym_is_the_acronym() -> None:
    assert clauses_of("R.S.E.", SYNONYMS) == clauses_of("rse", SYNONYMS)
