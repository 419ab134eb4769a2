"""What is suggested, on each engine."""

import datetime
from collections.abc import Collection, Sequence

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings, strategies as st

from hub.plugins.declarations import Choice, Facet, Recall
from hub.territory.gazetteer import get_gazetteer
from search.engines.contract import Engine
from search.engines.memory import MemoryEngine
from search.query import SearchQuery
from search.suggestions import Suggester, Suggestion
from tests.search.engines.documents import document

THEMES = {
    "egalite": "Égalité professionnelle",
    "sante": "Santé au travail",
    "temps": "Temps",
    "semaine": "Semaine de 4 jours",
}
DOLE = get_gazetteer().named("Dole")[0]


def themes(values: Collection[str], recall: Recall) -> Sequence[Choice]:
    return [Choice(value, label) for value, label in THEMES.items() if value in values]


def departements(values: Collection[str], recall: Recall) -> Sequence[Choice]:
    found = (get_gazetteer().departement(value) for value in sorted(values))
    return [Choice(one.code, one.label) for one in found if one]


FACETS = {
    one.name: one
    for one in (
        Facet("theme", "Thème", themes),
        Facet("departement", "Département", departements),
        Facet("type", "Type", lambda values, recall: []),
    )
}


def suggester(engine: Engine) -> Suggester:
    return Suggester(engine, FACETS)


def labels(suggestions: Sequence[Suggestion]) -> list[str]:
    return [one.label for one in suggestions]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    point = (DOLE.point.latitude, DOLE.point.longitude)
    engine.put(
        [
            document("week", "La semaine de 4 jours", values={"departement": ["25"]}),
            document("wages", "Égalité des salaires", "Un accord.", values={"theme": ["egalite"]}),
            document("car", "Covoiturage", values={"departement": ["39"]}, point=point),
            document("video", "La semaine filmée", kind="video"),
        ]
    )
    return engine


def test_words_before_the_place_are_kept_and_their_results_counted(filled: Engine) -> None:
    (place,) = suggester(filled).suggest(SearchQuery(words="semaine 4 jours dans le doubs")).places

    assert place.label == "Doubs"
    assert place.detail == "Département, avec « semaine 4 jours »"
    assert place.query == SearchQuery(words="semaine 4 jours", filters=(("departement", ("25",)),))
    assert place.count == 1


def test_a_value_is_suggested_only_where_it_finds_something(filled: Engine) -> None:
    offered = suggester(filled)

    assert labels(offered.suggest(SearchQuery(words="égalité prof")).filters) == [
        "Égalité professionnelle"
    ]
    assert offered.suggest(SearchQuery(words="semaine égalité prof")).filters == ()
    assert offered.suggest(SearchQuery(words="santé")).filters == ()


def test_one_letter_is_enough_after_a_word_of_a_label(engine: Engine) -> None:
    engine.put([document("week", "Une fiche", values={"theme": ["semaine", "temps"]})])

    filters = suggester(engine).suggest(SearchQuery(words="semaine de 4 j")).filters

    assert labels(filters) == ["Semaine de 4 jours"]


def test_a_commune_is_suggested_with_what_is_around_it(filled: Engine) -> None:
    (around,) = suggester(filled).suggest(SearchQuery(words="covoiturage dol")).places

    assert around.label == "Dole (Jura)"
    assert around.query.to_query_string() == f"q=covoiturage&autour={DOLE.code}&rayon=20"


def test_a_commune_with_nothing_around_gives_its_departement(filled: Engine) -> None:
    (wider,) = suggester(filled).suggest(SearchQuery(words="saint-claude")).places

    assert wider.query.filters == (("departement", ("39",)),)


def test_a_word_is_completed_with_its_accents_among_what_holds_the_others(filled: Engine) -> None:
    offered = suggester(filled)

    assert labels(offered.suggest(SearchQuery(words="l'ega")).completions) == ["l'égalité"]
    assert labels(offered.suggest(SearchQuery(words="semaine f")).completions) == []
    assert labels(offered.suggest(SearchQuery(words="semaine fi")).completions) == [
        "semaine filmée"
    ]


def test_one_typo_is_forgiven_where_nothing_begins_so(filled: Engine) -> None:
    found = suggester(filled).suggest(SearchQuery(words="covoitruag"))

    assert found.corrected == "covoiturage"
    assert [hit.uid for hit in found.hits] == ["car"]
    assert labels(found.completions) == ["covoiturage"]


def test_a_form_that_narrows_is_suggested_only_what_it_may_show(filled: Engine) -> None:
    query = SearchQuery(words="semaine", filters=(("type", ("video",)),))

    found = suggester(filled).suggest(query)

    assert [hit.uid for hit in found.hits] == ["video"]


def test_less_than_two_letters_or_a_whole_text_suggest_nothing(filled: Engine) -> None:
    for words in ("", "s", "  s ", "l'", "un mot " * 30):
        assert suggester(filled).suggest(SearchQuery(words=words)).is_empty


def test_what_has_gone_is_suggested_in_no_way(engine: Engine) -> None:
    yesterday = timezone.now() - datetime.timedelta(days=1)
    values = {"departement": ["90"], "theme": ["temps"]}
    engine.put(
        [
            document("gone", "Zythologie partagée", "Zymase.", values=values),
            document("expired", "Zinguerie", "Zingage.", values=values, expires=yesterday),
        ]
    )
    offered = suggester(engine)
    before = offered.suggest(SearchQuery(words="zy"))
    engine.remove(["gone"])

    assert [hit.uid for hit in before.hits] == ["gone"]
    for words in ("zy", "zi", "belfort", "temps", "zythologei", "zinguerei"):
        assert offered.suggest(SearchQuery(words=words)).is_empty


def test_a_value_goes_with_the_page_that_expires(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    engine.put([document("one", "Fiche", values={"theme": ["temps"]}, expires=tomorrow)])
    offered = suggester(engine)
    before = offered.suggest(SearchQuery(words="temps"))
    later = tomorrow.timestamp() + 1
    monkeypatch.setattr("search.dsl.time.time", lambda: later)

    assert labels(before.filters) == ["Temps"]
    assert offered.suggest(SearchQuery(words="temps")).is_empty


WORDS = st.text(
    st.sampled_from("aeéèlstd4'’\"«» -·()*:\x00\ud800œ\u0301") | st.characters(), max_size=60
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
@example('"semaine de 4 jours" doubs')
@example("(((AND a:b* OR")
@example("semaine " * 19)
@example("9" * 300)
def test_nothing_that_is_typed_raises_and_all_that_is_offered_finds(words: str) -> None:
    engine = MemoryEngine()
    engine.put([document("week", "La semaine de 4 jours", values={"departement": ["25"]})])
    offered = suggester(engine)

    found = offered.suggest(SearchQuery(words=words))

    for one in (*found.filters, *found.places):
        assert one.count
    assert len(found.filters + found.places + found.completions) <= 7
