"""What a visitor typed, as clauses that any engine understands through the query language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import Token, is_question_word, tokenise
from search.documents import BODY, BODY_ALT, TITLE, TITLE_ALT, WORDS
from search.synonyms import Expression, Synonyms

MAX_CLAUSES = 20  # OWASP ASVS 15.2.2: what a visitor sends costs a bounded time
# More than BM25 gives to three words: what holds all of them comes before what holds two.
WHOLE_BOOST = 100.0
# How much of its rarity a word of a question is worth by itself; measured as the share below.
COVER = 0.5
# Of a question, the share of words that loses no right answer: measured on French questions, as
# docs/search.md tells.
SHARE_OF_LONG = 0.34
LONG = 4  # from this number of clauses on, a question

_QUOTED = re.compile(r"\"([^\"]*)\"|«([^»]*)»|“([^”]*)”")
NO_SYNONYMS = Synonyms()
FIELDS = ((TITLE, TITLE_ALT), (BODY, BODY_ALT))


@dataclass(frozen=True)
class Word:
    """A word of the visitor: any of its stems counts."""

    said: str
    stems: tuple[str, ...]

    def query(self) -> Query:
        """Return the clause: what it is worth in the title and what in the body add up."""
        return Q("bool", should=[_in_one(fields, self.stems) for fields in FIELDS])


@dataclass(frozen=True)
class Phrase:
    """Words in a row as they stand, accents and case apart; `words` are folded."""

    said: str
    words: tuple[str, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """None: what is between quotation marks is not stemmed."""
        return ()

    def query(self) -> Query:
        """Return the clause: these words in a row."""
        return Q("match_phrase", **{WORDS: " ".join(self.words)})


@dataclass(frozen=True)
class Expressions:
    """Several ways to say one thing; any of them counts."""

    said: str
    group: tuple[Expression, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """All stems of all expressions."""
        every = (stem for one in self.group for stems in one.words for stem in stems)
        return tuple(dict.fromkeys(every))

    def query(self) -> Query:
        """Return the clause: the best of these expressions in the title and in the body."""
        queries = [query for one in self.group for query in _expressed(one)]
        return Q("dis_max", queries=queries)


Clause: TypeAlias = Word | Phrase | Expressions


def clauses_of(text: str, synonyms: Synonyms = NO_SYNONYMS) -> tuple[Clause, ...]:
    """Return the clauses of a text, each once, at most 20.

    Quotation marks make phrases. Stop words and question words count only where there is nothing
    else: they are then looked for as they stand.
    """
    parts = list(_parts(text, synonyms)) or _as_they_stand(text)
    return tuple(dict.fromkeys(parts))[:MAX_CLAUSES]


def match_all_of(clauses: Sequence[Clause]) -> Query:
    """Return the query of the documents that hold every clause; all documents without any."""
    return Q("bool", must=[clause.query() for clause in clauses]) if clauses else Q("match_all")


def match_at_least(clauses: Sequence[Clause], least: int) -> Query:
    """Return the query of the documents that hold so many clauses; those that hold all first."""
    words = [clause.query() for clause in clauses]
    every = Q("constant_score", filter=Q("bool", must=words), boost=WHOLE_BOOST)
    return Q("bool", must=[Q("bool", should=words, minimum_should_match=least)], should=[every])


def match_most_of(clauses: Sequence[Clause], least: int, rarities: Sequence[float]) -> Query:
    """Return the query of the documents that hold so many clauses of a question.

    Besides BM25, a clause is worth its rarity: a document that tells of the whole question comes
    before one that repeats a word of it.
    """
    words = [
        Q("bool", must=[clause.query()], should=[_worth(rarity * COVER)])
        for clause, rarity in zip(clauses, rarities, strict=True)
    ]
    return Q("bool", should=words, minimum_should_match=least)


def _parts(text: str, synonyms: Synonyms) -> Iterator[Clause]:
    end = 0
    for quoted in _QUOTED.finditer(text):
        yield from _loose(tokenise(text[end : quoted.start()]), synonyms)
        words = tuple(token.word for token in tokenise(quoted[0]))
        if words:
            yield Phrase(" ".join(words), words)
        end = quoted.end()
    yield from _loose(tokenise(text[end:]), synonyms)


def _loose(tokens: Sequence[Token], synonyms: Synonyms) -> Iterator[Clause]:
    at = 0
    while at < len(tokens):
        found = synonyms.at_start(tokens[at:])
        if found is not None:
            length, group = found
            yield Expressions(" ".join(one.word for one in tokens[at : at + length]), group)
            at += length
            continue
        token = tokens[at]
        if token.stems and not is_question_word(token.word):
            yield Word(token.word, token.stems)
        at += 1


def _as_they_stand(text: str) -> list[Clause]:
    return [Phrase(token.word, (token.word,)) for token in tokenise(text)]


def _expressed(expression: Expression) -> list[Query]:
    if len(expression.words) == 1:
        return [_in_one(fields, expression.words[0]) for fields in FIELDS]
    text = " ".join(expression.row)
    return [Q("match_phrase", **{TITLE: text}), Q("match_phrase", **{BODY: text})]


def _in_one(fields: Sequence[str], stems: Sequence[str]) -> Query:
    """Return the best of some stems in a field and in that of its second stems."""
    return Q("dis_max", queries=[Q("term", **{name: stem}) for stem in stems for name in fields])


def _worth(score: float) -> Query:
    return Q("constant_score", filter=Q("match_all"), boost=score)
