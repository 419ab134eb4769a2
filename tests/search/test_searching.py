"""What is done with the words of a visitor, on the oracle."""

import datetime

import pytest

from hub.plugins.declarations import Choice, Facet
from search.engines.memory import MemoryEngine
from search.meaning.synonyms import Synonyms
from search.query import SearchQuery, canonical_filters
from search.results import Done, SearchResults
from search.searching import Searcher
from tests.search.engines.documents import document

THEME = Facet("theme", "Thème", lambda values, recall: [Choice(one, one) for one in values])
GONE = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def searcher() -> Searcher:
    engine = MemoryEngine()
    engine.put(
        [
            document("creche", "Une crèche d’entreprise", values={"theme": ["famille"]}),
            document("horaires", "Horaires choisis", "Les enfants, la crèche, les salariés"),
            document("velo", "Des vélos pour venir", values={"theme": ["mobilite"]}),
            document("gone", "Trottinettes", expires=GONE),
        ]
    )
    synonyms = Synonyms([["vélo", "bicyclette", "petite reine"]])
    return Searcher(engine, {"theme": THEME}, synonyms)


def uids(results: SearchResults) -> list[str]:
    return [hit.uid for hit in results.hits]


def test_all_of_few_words_are_required(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="creche entreprises"))

    assert (uids(results), results.done) == (["creche"], Done.EXACT)


def test_a_misspelt_word_is_corrected_and_said(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="trés belle crehce"))

    assert results.done == Done.CORRECTED
    assert results.words == "creche"
    assert results.left_out == ("belle",)


def test_the_very_words_are_neither_corrected_nor_relaxed(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="crehce", as_typed=True))

    assert (results.total, results.done, results.words) == (0, Done.EXACT, "crehce")


def test_a_word_of_french_is_absent_and_not_misspelt(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="vela"))  # the past of « veler »

    assert searcher.search(SearchQuery(words="horaire")).total == 1
    assert (results.total, results.done) == (0, Done.EXACT)


def test_near_spellings_are_never_those_of_what_is_gone(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="trottinetes"))

    assert (results.total, results.done) == (0, Done.EXACT)


def test_words_that_no_page_holds_together_are_relaxed_and_said(searcher: Searcher) -> None:
    results = searcher.search(SearchQuery(words="crèche trampoline"))

    assert uids(results) == ["creche", "horaires"]
    assert (results.done, results.left_out) == (Done.RELAXED, ("trampoline",))


def test_a_question_finds_what_holds_a_part_of_it(searcher: Searcher) -> None:
    question = "Comment faire garder les enfants de mes salariés près de la gare ?"

    results = searcher.search(SearchQuery(words=question))

    assert (uids(results), results.done) == (["horaires"], Done.RELAXED)


@pytest.mark.parametrize("words", ["bicyclette", "petite reine", "une petite reine"])
def test_any_expression_of_a_group_finds_the_others(searcher: Searcher, words: str) -> None:
    results = searcher.search(SearchQuery(words=words))

    assert (uids(results), results.done) == (["velo"], Done.EXACT)


def test_words_between_quotation_marks_are_looked_for_in_a_row(searcher: Searcher) -> None:
    assert uids(searcher.search(SearchQuery(words="«\xa0la crèche\xa0»"))) == ["horaires"]
    assert searcher.search(SearchQuery(words='"crèche la"')).total == 0


def test_a_filter_that_finds_nothing_changes_no_word(searcher: Searcher) -> None:
    filters = canonical_filters([("theme", ["mobilite"])])

    results = searcher.search(SearchQuery(words="crèche", filters=filters))

    assert (results.total, results.done, results.words) == (0, Done.EXACT, "creche")


def test_counts_of_a_facet_leave_its_own_values_out(searcher: Searcher) -> None:
    filters = canonical_filters([("theme", ["mobilite"])])

    results = searcher.search(SearchQuery(filters=filters))

    assert uids(results) == ["velo"]
    assert results.counts == {"theme": {"famille": 1, "mobilite": 1}}


def test_stop_words_alone_are_looked_for_as_they_stand(searcher: Searcher) -> None:
    assert uids(searcher.search(SearchQuery(words="les"))) == ["horaires"]
    assert searcher.search(SearchQuery(words="  ?! ")).total == 3


@pytest.mark.parametrize(
    "text",
    ["'\"*()", "AND OR NOT", "a:b^2~", "\x00\r\n", "\ud800", "x" * 100_000, "mot " * 500, "«", "-"],
    ids=repr,
)
def test_hostile_words_are_words(searcher: Searcher, text: str) -> None:
    assert searcher.search(SearchQuery(words=text)).done in Done


def test_an_expression_that_no_page_holds_gives_way_to_its_words(searcher: Searcher) -> None:
    groups = Synonyms([["salariés trottinettes", "flotte partagée"]])
    results = Searcher(searcher.engine, {}, groups).search(SearchQuery(words="salarié trottinette"))

    assert uids(results) == ["horaires"]
    assert results.done == Done.RELAXED
    assert results.left_out == ("trottinette",)
