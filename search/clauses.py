"""What a visitor typed, as clauses that any engine understands through the query language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import Token, is_question_word, tokenise
from search.documents import BODY, BODY_ALT, TITLE, TITLE_ALT, WORDS

MAX_CLAUSES = 20  # OWASP ASVS 15.2.2: what a visitor sends costs a bounded time
MAX_PHRASE = 10
TITLE_BOOST = 2.0
# reference: measured on French questions, the share of words that loses no right answer
SHARE_OF_LONG = 0.34
LONG = 4  # from this number of words on, a question


@dataclass(frozen=True)
class Word:
    """A word of the visitor: any of its stems counts."""

    word: str
    stems: tuple[str, ...]

    def query(self) -> Query:
        """Return the clause: the best of its stems in the title and in the body."""
        return Q("dis_max", queries=[one for stem in self.stems for one in _anywhere(stem)])


@dataclass(frozen=True)
class Phrase:
    """Words between quotation marks, as they stand, accents and case apart."""

    words: tuple[str, ...]

    def query(self) -> Query:
        """Return the clause: these words in a row."""
        return Q("match_phrase", **{WORDS: " ".join(self.words)})


@dataclass(frozen=True)
class Expressions:
    """Several ways to say one thing, each a row of first stems; any of them counts."""

    said: str
    rows: tuple[tuple[str, ...], ...]

    def query(self) -> Query:
        """Return the clause: the best of these expressions in the title and in the body."""
        queries: list[Query] = []
        for row in self.rows:
            if len(row) == 1:
                queries += _anywhere(row[0])
            else:
                text = " ".join(row)
                queries.append(Q("match_phrase", **{TITLE: {"query": text, "boost": TITLE_BOOST}}))
                queries.append(Q("match_phrase", **{BODY: text}))
        return Q("dis_max", queries=queries)


Clause: TypeAlias = Word | Phrase | Expressions


def match_all_of(clauses: Sequence[Clause]) -> Query:
    """Return the query of the documents that hold every clause."""
    return Q("bool", must=[clause.query() for clause in clauses]) if clauses else Q("match_all")


def match_most_of(clauses: Sequence[Clause], share: float = SHARE_OF_LONG) -> Query:
    """Return the query of the documents that hold this share of the clauses, one at least."""
    least = max(1, int(len(clauses) * share))
    return Q("bool", should=[one.query() for one in clauses], minimum_should_match=least)


def _anywhere(stem: str) -> list[Query]:
    boosted: dict[str, Any] = {"value": stem, "boost": TITLE_BOOST}
    return [
        Q("term", **{TITLE: boosted}),
        Q("term", **{TITLE_ALT: boosted}),
        Q("term", **{BODY: stem}),
        Q("term", **{BODY_ALT: stem}),
    ]


_ = (Token, is_question_word, tokenise, MAX_CLAUSES, MAX_PHRASE)
