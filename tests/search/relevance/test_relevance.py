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
from tests.search.relevance.asking import KINDS, QUESTIONS, Figures, figures, plain_bm25

# These only go up: see README.md.
FLOORS = {
    "mots": Figures(first=0.75, ten=0.93, mrr=0.82),
    "fautes": Figures(first=0.86, ten=0.94, mrr=0.89),
    "questions": Figures(first=0.8, ten=1.0, mrr=0.86),
}
ALL_BUT_NOTHING = 1e-9

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Index the demonstration, without its pictures; return the engine, and slugs by identity."""
    steps = tuple(step for step in loading.STEPS if not step.writes_files)
    engine = TantivyEngine(tmp_path_factory.mktemp("index"), current_schema)
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
    engine.rebuild(built.documents).swap()
    return engine, {str(one.uid): slugs[one.page_key] for one in built.states if one.page_key}


def test_there_are_thirty_questions_of_each_kind_about_pages_that_exist(demo) -> None:
    _, slugs = demo
    asked = Counter(question["kind"] for question in QUESTIONS)

    assert set(asked) == set(KINDS)
    assert min(asked.values()) >= 30
    wanted = {slug for question in QUESTIONS for slug in question["expected"]}
    assert wanted <= set(slugs.values())


@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_as_good_as_they_were_and_no_worse_than_plain_bm25(demo, kind) -> None:
    engine, slugs = demo
    searcher = Searcher(engine, registry.facets, Synonyms(starter_groups()))

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
