"""What visitors ask of the demonstration finds what they want, and never less than it did."""

import io
from collections import Counter

import pytest
from django.db import transaction
from wagtail.models import Page

from home.demo import loading
from home.demo.console import Lines
from search.curation.synonyms import starter_groups
from search.engines.embedded import TantivyEngine
from search.indexing.building import build
from search.indexing.marking import mark_unknown
from search.meaning.synonyms import Synonyms
from search.models import DocumentState
from search.query import SearchQuery
from search.registry import registry
from search.schema import current_schema
from search.searching import Searcher
from tests.search.engines.elastic.engines import an_engine, server_at
from tests.search.relevance.asking import KINDS, QUESTIONS, Figures, figures, plain_bm25

# These only go up: see README.md.
FLOORS = {
    "mots": Figures(first=0.75, ten=0.93, mrr=0.82),
    "fautes": Figures(first=0.86, ten=0.94, mrr=0.89),
    "questions": Figures(first=0.8, ten=1.0, mrr=0.86),
}
ALL_BUT_NOTHING = 1e-9
CLOSE = 1e-4  # of a score, which the engines round otherwise

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo_site(django_db_setup, django_db_blocker):
    """Return the documents of the demonstration, without its pictures, and slugs by identity."""
    steps = tuple(step for step in loading.STEPS if not step.writes_files)
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(loading, "STEPS", steps)
        loading.load_demo(Lines(io.StringIO()))
        mark_unknown()
        built = build(list(DocumentState.objects.all()))
        slugs = dict(Page.objects.values_list("pk", "slug"))
        transaction.set_rollback(True)
    by_uid = {str(one.uid): slugs[one.page_key] for one in built.states if one.page_key}
    return built.documents, by_uid


@pytest.fixture(scope="module")
def embedded_demo(demo_site, tmp_path_factory):
    documents, _ = demo_site
    engine = TantivyEngine(tmp_path_factory.mktemp("index"), current_schema)
    engine.rebuild(documents).swap()
    return engine


@pytest.fixture(scope="module")
def elastic_demo(demo_site, search_server):
    documents, _ = demo_site
    with an_engine(server_at(search_server), current_schema) as engine:
        engine.rebuild(documents).swap()
        yield engine


@pytest.fixture(params=["embedded", pytest.param("elastic", marks=pytest.mark.server)])
def demo(request, demo_site):
    """Index the demonstration; return the engine, and slugs by identity."""
    return request.getfixturevalue(f"{request.param}_demo"), demo_site[1]


def searcher_of(engine) -> Searcher:
    return Searcher(engine, registry.facets, Synonyms(starter_groups()))


def test_there_are_thirty_questions_of_each_kind_about_pages_that_exist(demo_site) -> None:
    _, slugs = demo_site
    asked = Counter(question["kind"] for question in QUESTIONS)

    assert set(asked) == set(KINDS)
    assert min(asked.values()) >= 30
    wanted = {slug for question in QUESTIONS for slug in question["expected"]}
    assert wanted <= set(slugs.values())


@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_as_good_as_they_were_and_no_worse_than_plain_bm25(demo, kind) -> None:
    engine, slugs = demo
    searcher = searcher_of(engine)

    def ask(text: str) -> list[str]:
        return [slugs[hit.uid] for hit in searcher.search(SearchQuery(words=text)).hits]

    def ask_plainly(text: str) -> list[str]:
        (answer,) = engine.msearch([plain_bm25(text)])
        return [slugs[hit.uid] for hit in answer.hits]

    ours, plain, floor = figures(kind, ask), figures(kind, ask_plainly), FLOORS[kind]
    print(f"\n{kind:10} {ours}\n{'BM25':10} {plain}")  # noqa: T201 - seen with -s

    assert ours.ten >= plain.ten - ALL_BUT_NOTHING
    for name in ("first", "ten", "mrr"):
        assert getattr(ours, name) >= getattr(floor, name) - ALL_BUT_NOTHING, name


def test_elasticsearch_answers_the_same_and_begins_by_the_same_page(
    embedded_demo, elastic_demo
) -> None:
    differing = []
    for question in QUESTIONS:
        query = SearchQuery(words=question["text"])
        one, other = (searcher_of(engine).search(query) for engine in (embedded_demo, elastic_demo))
        told = [(each.total, each.done, each.words, each.counts) for each in (one, other)]
        # Of pages that answer as well, either may come first.
        best = {hit.uid for hit in one.hits if hit.score >= one.hits[0].score * (1 - CLOSE)}
        if told[0] != told[1] or (other.hits and other.hits[0].uid not in best):
            differing.append((question["text"], one.hits[:2], other.hits[:2]))

    assert differing == []
