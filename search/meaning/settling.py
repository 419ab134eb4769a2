"""What is meant by the words of a visitor: all of them, most of them, or near spellings.

Settled on all documents that are shown, whatever the filters: ticking a box never changes what
the words mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import tokenise
from search.dsl import shown_documents
from search.engines.contract import Engine
from search.engines.edit_distance import edit_distance
from search.meaning.clauses import (
    LONG,
    SHARE_OF_LONG,
    Clause,
    Row,
    Word,
    match_all_of,
    match_at_least,
    match_most_of,
)
from search.meaning.lexicon import is_french
from search.results import Done

# A shorter word has too many neighbours; as `fuzziness: AUTO` of Elasticsearch, a letter stricter.
ONE_EDIT_FROM, TWO_EDITS_FROM = 4, 8
CANDIDATES = 8
# Less is too little: for three words, and for a question (a first page without a gap).
FEW, PAGEFUL = 3, 10


@dataclass(frozen=True)
class Meaning:
    """Clauses, the query that they make, what was done to reach it, and what was left out."""

    clauses: tuple[Clause, ...]
    query: Query
    done: Done = Done.EXACT
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return " ".join(clause.said for clause in self.clauses)


def exact(clauses: tuple[Clause, ...]) -> Meaning:
    """Return the meaning of the very words: all of them."""
    return Meaning(clauses, match_all_of(clauses))


def settle(engine: Engine, clauses: tuple[Clause, ...]) -> Meaning:
    """Return what is meant: all words where they find something, else near spellings, else some.

    A question (four words or more) asks for a third of them; a misspelt word of it is corrected.
    """
    return _settle(_Counted(engine), clauses) if clauses else exact(clauses)


def _settle(counted: _Counted, clauses: tuple[Clause, ...]) -> Meaning:
    total = counted.all_of(clauses)
    if total and len(clauses) < LONG:
        return _few_words(counted, clauses, total)
    held = zip(clauses, counted.each(clauses), strict=True)
    unknown = [clause for clause, total in held if not total]
    if any(isinstance(one, Row) for one in unknown):
        return _settle(counted, _apart(clauses, unknown))
    # What a question has left says enough: its rare words are oftener absent than misspelt.
    most = 1 if len(clauses) - len(unknown) >= LONG - 1 else 2
    near = {clause: _nearest(counted, clause, most) for clause in unknown}
    found = {clause: word for clause, word in near.items() if word is not None}
    known = tuple(found.get(one, one) for one in clauses if one in found or one not in unknown)
    meaning = _some_of(counted, known, len(clauses) >= LONG) if known else exact(clauses)
    left_out = tuple(one.said for one in unknown if one not in found)
    if left_out and known:
        meaning = replace(meaning, done=Done.RELAXED, left_out=left_out)
    return replace(meaning, done=Done.CORRECTED) if found else meaning


def _apart(clauses: Sequence[Clause], unknown: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the clauses where an expression that no document holds gives way to its words."""
    rows = [one.apart if isinstance(one, Row) and one in unknown else (one,) for one in clauses]
    return tuple(dict.fromkeys(clause for row in rows for clause in row))


def _few_words(counted: _Counted, clauses: tuple[Clause, ...], total: int) -> Meaning:
    """Return the meaning of up to three words that some document holds all of.

    Of three, two are enough where all three find too little; what holds all comes first.
    """
    if len(clauses) < LONG - 1 or total >= FEW:
        return exact(clauses)
    wider = match_at_least(clauses, len(clauses) - 1)
    if counted.totals([wider]) == [total]:
        return exact(clauses)
    return Meaning(clauses, wider, Done.RELAXED)


def _some_of(counted: _Counted, clauses: tuple[Clause, ...], is_question: bool) -> Meaning:
    """Return as many of the words as it takes to find something, or a page of a question."""
    count = len(clauses)
    most = max(1, int(count * SHARE_OF_LONG)) if is_question else count
    wanted = PAGEFUL if is_question else 1
    whole, least, total = counted.all_of(clauses), most + 1, 0
    # One at a time: the fewer words are asked for, the longer it takes to count.
    while total < wanted and least > 1:
        least -= 1
        (total,) = counted.totals([match_at_least(clauses, least)])
    if total == whole:
        return exact(clauses)
    if is_question:
        query = match_most_of(clauses, least, _rarities(counted, clauses))
        return Meaning(clauses, query, Done.RELAXED)
    return Meaning(clauses, match_at_least(clauses, least), Done.RELAXED)


def _rarities(counted: _Counted, clauses: Sequence[Clause]) -> list[float]:
    """Return how rare each clause is in what is shown: its idf, as BM25 reckons it."""
    every = counted.all_of(())
    return [math.log(1 + (every - one + 0.5) / (one + 0.5)) for one in counted.each(clauses)]


class _Counted:
    """How many shown documents hold clauses: what was counted once is not asked again."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._each: dict[Clause, int] = {}
        self._all: dict[tuple[Clause, ...], int] = {}

    def each(self, clauses: Sequence[Clause]) -> list[int]:
        """Return how many documents hold each clause, asked together."""
        asked = [one for one in clauses if one not in self._each]
        totals = self.totals([clause.query() for clause in asked])
        self._each.update(zip(asked, totals, strict=True))
        return [self._each[one] for one in clauses]

    def all_of(self, clauses: tuple[Clause, ...]) -> int:
        """Return how many documents hold every clause."""
        if clauses not in self._all:
            (self._all[clauses],) = self.totals([match_all_of(clauses)])
        return self._all[clauses]

    def totals(self, queries: Sequence[Query]) -> list[int]:
        """Return how many documents each query finds."""
        shown = Q(shown_documents())
        bodies = [
            {"query": Q("bool", must=[query], filter=[shown]).to_dict(), "size": 0}
            for query in queries
        ]
        return [answer.total for answer in self.engine.msearch(bodies)] if bodies else []


def _nearest(counted: _Counted, clause: Clause, most: int) -> Word | None:
    """Return the nearest spelling that a shown document holds, None where there is none.

    It is at `most` edits, one for a short word.
    A word of French is absent, not misspelt: « chanter » is no « chantier ».
    """
    if not isinstance(clause, Word) or len(clause.said) < ONE_EDIT_FROM or clause.said.isdigit():
        return None
    if is_french(clause.said):
        return None
    candidates = near_spellings(counted.engine, clause.said, CANDIDATES, most)
    held = zip(candidates, counted.each(candidates), strict=True)
    return next((word for word, total in held if total), None)


def near_spellings(engine: Engine, word: str, limit: int, most: int = 2) -> list[Word]:
    """Return words of the index at `most` edits of a folded word, one for a short word.

    The nearest first. One may be gone since: search before showing.
    """
    edits = most if len(word) >= TWO_EDITS_FROM else 1
    return [
        Word(near, token.stems)
        for near, _ in engine.similar(word, limit)
        if edit_distance(word, near, edits) is not None
        for token in tokenise(near)[:1]
        if token.stems
    ]
