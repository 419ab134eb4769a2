"""Questions put to an engine, and how good the answers are."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from elasticsearch.dsl import Q

from search.documents import BODY, TITLE
from search.meaning.clauses import Word, clauses_of

QUESTIONS = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))
KINDS = ("mots", "fautes", "questions")
FIRST = 10


@dataclass(frozen=True)
class Figures:
    """Shares of questions with a right answer first and within ten, mean reciprocal rank."""

    first: float
    ten: float
    mrr: float

    def __str__(self) -> str:
        return f"hit@1 {self.first:.3f}  hit@10 {self.ten:.3f}  MRR {self.mrr:.3f}"


def figures(kind: str, ask: Callable[[str], Sequence[str]]) -> Figures:
    """Return how good the answers to the questions of a kind are; `ask` gives the first slugs."""
    ranks = []
    for question in (one for one in QUESTIONS if one["kind"] == kind):
        found = ask(question["text"])[:FIRST]
        places = (at for at, slug in enumerate(found, 1) if slug in question["expected"])
        ranks.append(next(places, None))
    found = [rank for rank in ranks if rank]
    count = len(ranks)
    return Figures(
        found.count(1) / count, len(found) / count, sum(1 / rank for rank in found) / count
    )


def plain_bm25(text: str) -> dict:
    """Return the body of plain BM25 over the first stems: any word, nothing else."""
    stems = [clause.stems[0] for clause in clauses_of(text) if isinstance(clause, Word)]
    words = [Q("term", **{name: stem}) for stem in stems for name in (TITLE, BODY)]
    query = Q("bool", should=words, minimum_should_match=1) if words else Q("match_none")
    return {"query": query.to_dict(), "size": FIRST, "sort": ["_score"]}
