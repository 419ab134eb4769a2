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
from search.meaning.synonyms import Expression, Group, Synonyms

MAX_CLAUSES = 20  # OWASP ASVS 15.2.2: what a visitor sends costs a bounded time
# More than BM25 gives to three words: what holds all of them comes before what holds two.
WHOLE_BOOST = 100.0
# How much of its rarity a word of a question is worth by itself; measured as the share below.
COVER = 0.5
# What the visitor typed comes before what means the same.
SYNONYM_BOOST = 0.3
# Of a question, the share of words that loses no right answer: measured on French questions, as
# docs/search.md tells.
SHARE_OF_LONG = 0.34
LONG = 4  # from this number of clauses on, a question

_QUOTED = re.compile(r"\"([^\"]*)\"|«([^»]*)»|“([^”]*)”")
NO_SYNONYMS = Synonyms()
FIELDS = ((TITLE, TITLE_ALT), (BODY, BODY_ALT))


@dataclass(frozen=True)
class Word:
    """A word of the visitor: any of its stems counts, or any of `others`, which mean the same."""

    said: str
    stems: tuple[str, ...]
    others: Group = ()

    @property
    def all_stems(self) -> tuple[str, ...]:
        """Its stems and those of the words that mean the same."""
        return (*self.stems, *_stems_of(_words_of(self.others)))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The expressions of several words that mean the same."""
        return _rows_of(self.others)

    def query(self) -> Query:
        """Return the clause: what it is worth in the title and what in the body add up."""
        return _best_of([_in_title_or_body(self.stems), *_meaning(self.others)])


@dataclass(frozen=True)
class Phrase:
    """Words in a row as they stand, accents and case apart; `words` are folded."""

    said: str
    words: tuple[str, ...]

    @property
    def all_stems(self) -> tuple[str, ...]:
        """None: what is between quotation marks is not stemmed."""
        return ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Its words, side by side."""
        return (self.words,)

    def query(self) -> Query:
        """Return the clause: these words in a row."""
        return Q("match_phrase", **{WORDS: " ".join(self.words)})


@dataclass(frozen=True)
class Row:
    """Words of the visitor that make one expression, and `others`, which mean the same.

    In a row or apart, they are one clause.
    """

    said: str
    typed: Expression
    others: Group

    @property
    def all_stems(self) -> tuple[str, ...]:
        """The stems of what was typed and of the words that mean the same."""
        return _stems_of((self.typed, *_words_of(self.others)))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The expressions of several words that mean the same."""
        return _rows_of(self.others)

    @property
    def apart(self) -> tuple[Word, ...]:
        """Its words, each a clause."""
        told = zip(self.said.split(), self.typed.words, strict=True)
        return tuple(Word(word, stems) for word, stems in told if stems)

    def query(self) -> Query:
        """Return the clause: the best of the expressions in the title and in the body."""
        words = [_in_title_or_body(stems) for stems in self.typed.words if stems]
        apart = Q("bool", must=words)
        return _best_of([apart, _expressed(self.typed), *_meaning(self.others)])


Clause: TypeAlias = Word | Phrase | Row


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
    groups = list(_grouped(tokens, synonyms))
    said = sum(any(map(_counts, group)) for group, _, _ in groups)
    is_question = said > 1 and sum(map(_counts, tokens)) >= LONG
    for group, typed, others in groups:
        if typed and len(group) > 1 and not is_question:
            yield Row(" ".join(one.word for one in group), typed, others)
        else:
            # Of a question, each word counts; what means the same may stand for the first.
            yield from _words(group, others)


def _grouped(
    tokens: Sequence[Token], synonyms: Synonyms
) -> Iterator[tuple[Sequence[Token], Expression | None, Group]]:
    """Yield each expression with what means the same, and each other token alone."""
    at = 0
    while at < len(tokens):
        typed, group = synonyms.at_start(tokens[at:]) or (None, ())
        length = len(typed.words) if typed else 1
        yield tokens[at : at + length], typed, tuple(one for one in group if one != typed)
        at += length


def _words(tokens: Sequence[Token], others: Group) -> Iterator[Word]:
    for token in filter(_counts, tokens):
        yield Word(token.word, token.stems, others)
        others = ()


def _counts(token: Token) -> bool:
    return bool(token.stems) and not is_question_word(token.word)


def _words_of(group: Group) -> Group:
    return tuple(one for one in group if len(one.words) == 1)


def _rows_of(group: Group) -> tuple[tuple[str, ...], ...]:
    return tuple(one.row for one in group if len(one.words) > 1)


def _stems_of(group: Group) -> tuple[str, ...]:
    every = (stem for one in group for stems in one.words for stem in stems)
    return tuple(dict.fromkeys(every))


def _as_they_stand(text: str) -> list[Clause]:
    return [Phrase(token.word, (token.word,)) for token in tokenise(text)]


def _meaning(others: Group) -> list[Query]:
    return [_expressed(one, SYNONYM_BOOST) for one in others]


def _expressed(expression: Expression, boost: float = 1.0) -> Query:
    if len(expression.words) == 1:
        return _in_title_or_body(expression.words[0], boost)
    text = {"query": " ".join(expression.row), "boost": boost}
    return Q("bool", should=[Q("match_phrase", **{name: text}) for name in (TITLE, BODY)])


def _in_title_or_body(stems: Sequence[str], boost: float = 1.0) -> Query:
    """Return the best of some stems in the title, with their second stems, and in the body."""
    return Q(
        "bool",
        should=[
            Q("dis_max", queries=[_term(name, stem, boost) for stem in stems for name in fields])
            for fields in FIELDS
        ],
    )


def _term(name: str, stem: str, boost: float) -> Query:
    return Q("term", **{name: stem if boost == 1.0 else {"value": stem, "boost": boost}})


def _best_of(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("dis_max", queries=list(queries))


def _worth(score: float) -> Query:
    return Q("constant_score", filter=Q("match_all"), boost=score)
