"""Pages whose title, or names, hold all that was typed, the last word as a beginning."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.documents import TITLE, TITLE_ALT
from search.suggestions.typed import Typed

# A stem may be shorter than what was typed: « organisatio » begins no « organis ».
STEMMED_FROM = 4


def in_title(typed: Typed, completed: Iterable[Collection[str]]) -> Query:
    """Return the query of these pages; `completed` are the stems of words that begin so.

    A stop word that is being typed may end as any word: it narrows nothing.
    """
    must = [_holds(token.stems) for token in typed.whole]
    begun = _begins(typed.last.word, {stem for stems in completed for stem in stems})
    if must and not typed.last.stems:
        return Q("bool", must=must, should=[begun])
    return Q("bool", must=[*must, begun])


def _begins(prefix: str, stems: Collection[str]) -> Query:
    return Q(
        "dis_max",
        queries=[
            Q("prefix", **{TITLE: prefix}),
            Q("prefix", **{TITLE_ALT: prefix}),
            *_terms(sorted(stems)),
        ],
    )


def _holds(stems: Collection[str]) -> Query:
    return Q("dis_max", queries=_terms(stems))


def _terms(stems: Collection[str]) -> list[Query]:
    return [Q("term", **{name: stem}) for stem in stems for name in (TITLE, TITLE_ALT)]
