"""Documents that have something in common with one: values of facets, words of its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import tokenise
from search.documents import TITLE, TITLE_ALT
from search.dsl import shown_documents
from search.engines import get_engine

MOST_WORDS = 12  # of a title
MOST_VALUES = 12  # of one facet
WORD_WEIGHT = 1.0
FIELDS = (TITLE, TITLE_ALT)


@dataclass(frozen=True)
class Traits:
    """What a document is known by. `weights` says, by facet, how much a shared value counts."""

    uid: str
    kind: str
    title: str
    values: Mapping[str, Sequence[str]]
    weights: Mapping[str, float] = field(default_factory=dict)


def nearby(traits: Traits, most: int) -> dict[str, float]:
    """Return how near the nearest documents of the same type are, by identity, itself left out.

    None where nothing is shared. Raises EngineDownError.
    """
    shared = [*_values(traits), *_words(traits.title)]
    if not shared:
        return {}
    body = {
        "query": Q(
            "bool",
            must=[Q("bool", should=shared, minimum_should_match=1)],
            filter=[Q("terms", type=[traits.kind]), Q(shown_documents())],
        ).to_dict(),
        "size": most + 1,
    }
    hits = get_engine().msearch([body])[0].hits
    return {hit.uid: hit.score for hit in hits if hit.uid != traits.uid}


def _values(traits: Traits) -> list[Query]:
    return [
        Q("constant_score", filter=Q("term", **{name: value}), boost=weight)
        for name, weight in traits.weights.items()
        for value in list(traits.values.get(name, ()))[:MOST_VALUES]
    ]


def _words(title: str) -> list[Query]:
    stems = [token.stems for token in tokenise(title) if token.stems][:MOST_WORDS]
    return [
        Q(
            "constant_score",
            filter=Q("dis_max", queries=[_term(name, one) for one in some for name in FIELDS]),
            boost=WORD_WEIGHT,
        )
        for some in dict.fromkeys(stems)
    ]


def _term(name: str, stem: str) -> Query:
    return Q("term", **{name: stem})
