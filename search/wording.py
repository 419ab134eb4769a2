"""What is meant by the words of a visitor: all of them, most of them, or near spellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import tokenise
from search.clauses import LONG, Clause, Word, match_all_of, match_most_of
from search.dsl import shown_documents
from search.engines.contract import Engine
from search.results import Done

# A word of four letters has one neighbour too many at two edits; Algolia's and Lucene's AUTO rule.
ONE_EDIT_FROM, TWO_EDITS_FROM = 4, 8
CANDIDATES = 5


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


def usual(clauses: tuple[Clause, ...]) -> Meaning:
    """Return what words mean at first: all of up to three, about a third of a question."""
    if len(clauses) < LONG:
        return exact(clauses)
    return Meaning(clauses, match_most_of(clauses), Done.RELAXED)


def unknown_words(engine: Engine, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the clauses that no document which is shown holds."""
    shown = Q(shown_documents())
    bodies = [
        {"query": Q("bool", must=[one.query()], filter=[shown]).to_dict(), "size": 0}
        for one in clauses
    ]
    answers = engine.msearch(bodies)
    return tuple(one for one, answer in zip(clauses, answers, strict=True) if not answer.total)


def corrected(engine: Engine, clauses: tuple[Clause, ...]) -> Meaning | None:
    """Return the same words with near spellings for the unknown ones; None where there is none.

    A near spelling is proposed only where a shown document holds it.
    """
    unknown = unknown_words(engine, clauses)
    near = {clause: _nearest(engine, clause) for clause in unknown}
    found = {clause: word for clause, word in near.items() if word is not None}
    if not found:
        return None
    changed = tuple(found.get(clause, clause) for clause in clauses)
    left_out = tuple(clause.said for clause in unknown if clause not in found)
    return replace(usual(changed), done=Done.CORRECTED, left_out=left_out)


def relaxed(engine: Engine, clauses: tuple[Clause, ...]) -> Meaning | None:
    """Return the query of any of the words that some document holds; None where none does."""
    unknown = unknown_words(engine, clauses)
    known = tuple(clause for clause in clauses if clause not in unknown)
    if not known or (len(clauses) == len(known) == 1):
        return None
    query = match_most_of(known, 0)
    return Meaning(known, query, Done.RELAXED, tuple(clause.said for clause in unknown))


def _nearest(engine: Engine, clause: Clause) -> Word | None:
    if not isinstance(clause, Word) or len(clause.said) < ONE_EDIT_FROM:
        return None
    candidates = [
        Word(word, token.stems)
        for word, _ in engine.similar(clause.said, CANDIDATES)
        for token in tokenise(word)[:1]
        if token.stems and _may_replace(clause.said, word)
    ]
    gone = set(unknown_words(engine, candidates)) if candidates else set()
    return next((one for one in candidates if one not in gone), None)


def _may_replace(typed: str, word: str) -> bool:
    if len(typed) >= TWO_EDITS_FROM:
        return True
    return abs(len(typed) - len(word)) <= 1
