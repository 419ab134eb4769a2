"""How good the answers are: a collection of texts, questions, and what should be found."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.plugins.declarations import Described
from search.documents import EXPIRES, VERSION, Identity, make_document
from search.engines.contract import Engine
from search.meaning.synonyms import Synonyms
from search.query import MAX_CHARACTERS, SearchQuery
from search.schema import Schema
from search.searching import Searcher

FIRST = 10  # what a visitor looks at
SCHEMA = Schema(values=("type",), numbers=(EXPIRES, VERSION))


@dataclass(frozen=True)
class Question:
    """A text, the documents of which one should be found, and those that should not."""

    text: str
    expected: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Collection:
    """Documents as (id, title, body), and questions."""

    documents: tuple[tuple[str, str, str], ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Given:
    """The first ids that a question gave, what was done with its words, and how long it took."""

    question: Question
    first: tuple[str, ...]
    done: str
    milliseconds: float

    @property
    def rank(self) -> int | None:
        """The place of the first expected id, from 1 on; None where none came."""
        return next(
            (at for at, one in enumerate(self.first, 1) if one in self.question.expected), None
        )


def read_collection(path: Path) -> Collection:
    """Read `{"documents": [{"id", "title", "body"}], "questions": [{"text", "expected", …}]}`.

    Raises ValueError, in French, for a file that is not so, and OSError.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        documents = tuple(
            (str(one["id"]), str(one.get("title") or ""), str(one.get("body") or ""))
            for one in data["documents"]
        )
        questions = tuple(
            Question(
                str(one["text"]),
                tuple(map(str, one.get("expected") or ())),
                tuple(map(str, one.get("forbidden") or ())),
            )
            for one in data["questions"]
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} n’est pas une collection lisible : {error!r}") from error
    return Collection(documents, questions)


def evaluate(collection: Collection, engine: Engine, synonyms: Synonyms) -> list[Given]:
    """Index the documents, ask every question as a visitor would, and return what was given."""
    engine.rebuild(
        make_document(Identity(uid, "text"), title, Described([body]))
        for uid, title, body in collection.documents
    ).swap()
    searcher = Searcher(engine, {}, synonyms)
    return [_ask(searcher, question) for question in collection.questions]


def figures(collection: Collection, given: Sequence[Given]) -> dict[str, Any]:
    """Return the figures of `search_eval`; fractions are of the questions that expect an id."""
    ranks = [one.rank for one in given if one.question.expected]
    found = [rank for rank in ranks if rank is not None]
    times = [one.milliseconds for one in given]

    def hit(within: int) -> float:
        return sum(rank <= within for rank in found) / len(ranks) if ranks else 0.0

    return {
        "documents": len(collection.documents),
        "questions": len(collection.questions),
        "hit@1": hit(1),
        "hit@3": hit(3),
        "hit@10": hit(FIRST),
        "mrr": sum(1 / rank for rank in found) / len(ranks) if ranks else 0.0,
        "forbidden": sum(bool(set(one.first) & set(one.question.forbidden)) for one in given),
        "p50_ms": _quantile(times, 0.5),
        "p95_ms": _quantile(times, 0.95),
        "answers": [_as_json(one) for one in given],
    }


def _ask(searcher: Searcher, question: Question) -> Given:
    begun = time.perf_counter()
    results = searcher.search(SearchQuery(words=question.text[:MAX_CHARACTERS].strip()))
    spent = (time.perf_counter() - begun) * 1000
    return Given(
        question, tuple(hit.uid for hit in results.hits[:FIRST]), results.done.value, spent
    )


def _as_json(given: Given) -> Mapping[str, Any]:
    return {"text": given.question.text, "first": list(given.first), "done": given.done}


def _quantile(values: Sequence[float], share: float) -> float:
    if len(values) < 2:
        return round(values[0], 3) if values else 0.0
    return round(statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1], 3)
