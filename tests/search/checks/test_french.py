from collections import Counter

import pytest

from search.analysis import is_question_word, tokenise
from tests.search.checks.french import checks

# What the study counts by phenomenon.
COUNTS = {
    "élision": 7,
    "requête sans accents": 3,
    "texte sans accents": 2,
    "Unicode décomposé": 2,
    "pluriels réguliers": 5,
    "emploi, apprenti": 2,
    "enjeu, lieu, nouveau": 3,
    "-al, -aux": 2,
    "travail, travaux": 1,
    "licencié, licenciées": 3,
    "féminins": 3,
    "écriture inclusive": 9,
    "écriture inclusive dans la requête": 2,
    "œ et oe": 5,
    "verbe et nom": 6,
    "sigles": 3,
    "synonymes": 8,
    "traits d’union, mots vides": 5,
    "fautes de frappe": 5,
    "ne doit pas répondre": 11,
    "suggestions": 10,
}


def stems(text: str) -> list[set[str]]:
    return [
        set(token.stems)
        for token in tokenise(text)
        if token.stems and not is_question_word(token.word)
    ]


@pytest.mark.parametrize("check", checks("match"), ids=str)
def test_every_word_of_the_query_shares_a_stem_with_the_document(check):
    document = set().union(*stems(f"{check.title}\n{check.body}"))
    query = stems(check.query)
    assert query
    assert all(word & document for word in query) is check.must


def test_the_checks_of_the_study_are_all_there_and_as_many_more():
    counted = Counter(check.phenomenon for check in checks())
    assert {name: count for name, count in COUNTS.items() if counted[name] < count} == {}
    assert sum(COUNTS.values()) == 97
    assert len(checks()) >= 2 * 97


def test_no_check_is_written_twice():
    asked = Counter((check.kind, check.title, check.body, check.query) for check in checks())
    assert [check for check, count in asked.items() if count > 1] == []


def test_each_kind_says_what_it_needs():
    assert {check.kind for check in checks()} == {"match", "synonym", "typo", "suggestion"}
    assert all(bool(check.synonyms) is (check.kind == "synonym") for check in checks())
    assert all(check.title and check.body and check.query for check in checks())
