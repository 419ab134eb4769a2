"""Each engine finds and counts what the oracle does, whatever is asked."""

import datetime
from typing import Any

import pytest
from elasticsearch.dsl.query import Query
from hypothesis import given, settings, strategies as st

from hub.plugins.declarations import Choice, Facet
from search.documents import Document
from search.dsl import bodies_for
from search.engines.contract import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import TantivyEngine
from search.engines.memory import MemoryEngine
from search.meaning.clauses import clauses_of, match_all_of, match_at_least
from search.meaning.synonyms import Synonyms
from search.query import Box, Near, SearchQuery, Sort, canonical_filters
from tests.search.engines.conftest import SCHEMA
from tests.search.engines.documents import document

WORDS = [
    "égalité", "salarié·e·s", "crèche", "d’entreprise", "emploi", "emplois", "R.S.E.", "semaine",
    "4", "jours", "vélo", "des", "les", "œuvre", "responsabilité", "sociétale", "entreprises",
]  # fmt: skip
SYNONYMS = Synonyms([["RSE", "responsabilité sociétale des entreprises"], ["vélo", "bicyclette"]])
THEMES = ("mobilite", "l’égalité", 'dit "oui"', "a b")
LATITUDES = st.sampled_from([46.5, 47.0, 47.3, 47.9])
LONGITUDES = st.sampled_from([3.5, 5.0, 5.04, 6.9])
GONE = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
FACETS = {
    facet.name: facet
    for facet in (
        Facet("theme", "Thème", lambda values, recall: [Choice(one, one) for one in values]),
        Facet("departement", "Département", lambda values, recall: []),
        Facet(
            "seen",
            "Vu",
            lambda values, recall: [],
            bounds=lambda: {"new": (10, None), "old": (None, 5)},
        ),
    )
}

texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
places = st.none() | st.tuples(LATITUDES, LONGITUDES)


@st.composite
def described(draw: Any) -> dict[str, Any]:
    days = st.dates(datetime.date(2013, 1, 1), datetime.date(2026, 1, 1))
    return {
        "title": draw(texts),
        "body": draw(texts),
        "values": {
            "theme": draw(st.lists(st.sampled_from(THEMES), max_size=3)),
            "departement": draw(st.lists(st.sampled_from(["21", "2A"]), max_size=1)),
        },
        "numbers": draw(st.just({}) | st.builds(dict, seen=st.integers(0, 20))),
        "day": draw(st.none() | days),
        "point": draw(places),
        "expires": draw(st.sampled_from([None, GONE, LATER])),
    }


@st.composite
def queries(draw: Any) -> SearchQuery:
    values = {
        "theme": draw(st.lists(st.sampled_from((*THEMES, "unknown")), max_size=2)),
        "departement": draw(st.lists(st.sampled_from(["21", "2A"]), max_size=2)),
        "seen": draw(st.lists(st.sampled_from(["new", "old"]), max_size=2)),
    }
    circles = st.builds(Near, st.just("x"), LATITUDES, LONGITUDES, st.sampled_from([1, 90]))
    return SearchQuery(
        words=draw(texts | texts.map('"{}"'.format)),
        filters=canonical_filters(values.items()),
        box=draw(st.none() | st.builds(Box, LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)),
        near=draw(st.none() | circles),
        sort=draw(st.sampled_from([None, *Sort])),
        page=draw(st.sampled_from([1, 2])),
    )


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> TantivyEngine:
    return TantivyEngine(tmp_path_factory.mktemp("oracle"), lambda: SCHEMA)


@given(
    pages=st.lists(described(), max_size=15),
    asked=st.lists(queries(), min_size=1, max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_the_embedded_engine_agrees_with_the_oracle(
    embedded: TantivyEngine, pages: list[dict[str, Any]], asked: list[SearchQuery]
) -> None:
    assert_same(embedded, pages, asked)


@pytest.mark.server
@given(
    pages=st.lists(described(), max_size=15),
    asked=st.lists(queries(), min_size=1, max_size=6),
)
@settings(max_examples=20, deadline=None)
def test_elasticsearch_agrees_with_the_oracle(
    lasting_elastic_engine: ElasticEngine, pages: list[dict[str, Any]], asked: list[SearchQuery]
) -> None:
    assert_same(lasting_elastic_engine, pages, asked)


def assert_same(engine: Engine, pages: list[dict[str, Any]], asked: list[SearchQuery]) -> None:
    oracle = MemoryEngine()
    documents: list[Document] = [
        document(f"u{number:02}", **page) for number, page in enumerate(pages)
    ]
    for each in (engine, oracle):
        each.rebuild(documents).swap()
    for query in asked:
        clauses = clauses_of(query.words, SYNONYMS)
        for words in (match_all_of(clauses), match_at_least(clauses, 1) if clauses else None):
            if words is not None:
                assert_same_answer(engine, oracle, query, words)


def assert_same_answer(engine: Engine, oracle: Engine, query: SearchQuery, words: Query) -> None:
    bodies = bodies_for(query, words, FACETS)
    given, right = (each.msearch(bodies.bodies) for each in (engine, oracle))

    assert [one.total for one in given] == [one.total for one in right]
    assert bodies.counts(given) == bodies.counts(right)
    assert len(given[0].hits) == len(right[0].hits)
    if query.order in {Sort.NAME, Sort.DATE}:
        assert [one.uid for one in given[0].hits] == [one.uid for one in right[0].hits]
    scanned = [{hit.uid for hit in one.scan(bodies.bodies[0]["query"])} for one in (engine, oracle)]
    assert scanned[0] == scanned[1]
    assert len(scanned[0]) == right[0].total
