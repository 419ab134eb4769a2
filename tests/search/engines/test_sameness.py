"""Elasticsearch and the embedded engine give the same answers, on some thousands of pages."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from search.dsl import bodies_for
from search.engines.contract import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import TantivyEngine
from search.meaning.clauses import clauses_of
from search.meaning.settling import settle
from search.meaning.synonyms import Synonyms
from search.query import SearchQuery, Sort
from tests.search.engines.conftest import SCHEMA
from tests.search.engines.elastic.engines import an_engine, server_at
from tests.search.engines.random_site import FACETS, SYNONYMS, pages, questions

PAGES, ASKED = 2_000, 500
EVERYTHING = 10_000
SEED = 20_261
Twins = tuple[TantivyEngine, ElasticEngine]


@pytest.fixture(scope="module")
def empty_twins(search_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    folder: Path = tmp_path_factory.mktemp("sameness")
    with an_engine(server_at(search_server), lambda: SCHEMA) as elastic:
        yield TantivyEngine(folder, lambda: SCHEMA), elastic


@pytest.fixture(scope="module")
def twins(empty_twins: Twins) -> Twins:
    site = pages(PAGES, random.Random(SEED))
    for engine in empty_twins:
        engine.rebuild(site).swap()
        # Some are written again and some taken out: an index is seldom only built.
        engine.put([replace(one, version=one.version + 1) for one in site[::7]])
        engine.remove([one.uid for one in site[::11]])
    return empty_twins


def test_both_engines_find_and_count_the_same(twins: Twins) -> None:
    chance = random.Random(SEED + 1)
    every = questions(ASKED, chance)
    differing = []
    for query in every:
        answers = [_found(engine, query) for engine in twins]
        if answers[0] != answers[1]:
            differing.append((query, *answers))

    assert differing == []
    assert sum(_found(twins[0], query)[0] > 0 for query in every[:100]) > 50  # it is no empty test


def test_both_engines_hold_the_same_versions_and_words(twins: Twins) -> None:
    embedded, elastic = twins
    everything = {"match_all": {}}

    assert elastic.versions() == embedded.versions()
    for prefix in ("a", "co", "entre", "sal", "zz"):
        words = [engine.words(prefix, everything, 10) for engine in twins]
        assert dict(words[0]) == dict(words[1])
    for word in ("covoiturrage", "egalte", "crehce"):
        near = [engine.similar(word, 5) for engine in twins]
        assert sorted(near[0]) == sorted(near[1])


def _found(engine: Engine, query: SearchQuery) -> tuple[object, ...]:
    """Return all that must be equal: total, counts, documents, and their order but by score."""
    clauses = clauses_of(query.words, Synonyms(SYNONYMS))
    meaning = settle(engine, clauses)
    bodies = bodies_for(query, meaning.query, FACETS, per_page=EVERYTHING)
    answers = engine.msearch(bodies.bodies)
    uids = [hit.uid for hit in answers[0].hits]
    in_order = query.order in {Sort.NAME, Sort.DATE}
    return (
        answers[0].total,
        uids if in_order else sorted(uids),
        {name: dict(counts) for name, counts in bodies.counts(answers).items()},
        meaning.done,
        meaning.words,
    )
