"""Values of facets that visitors can choose now, by the words of their labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from hub.plugins.declarations import Choice, Facet
from search.analysis import Token, tokenise
from search.dsl import bodies_for
from search.engines.contract import Engine
from search.meaning.clauses import match_all_of
from search.query import SearchQuery

Read = TypeVar("Read")

LEAST_LETTERS = 2
MOST_WORDS = 5  # of what was typed, that may name one value


@dataclass(frozen=True)
class Label:
    """A value of a facet, as a visitor reads it."""

    facet: Facet
    value: str
    label: str
    tokens: tuple[Token, ...]

    def answers(self, typed: Sequence[Token]) -> bool:
        """Tell whether it holds these words, the last one as a beginning."""
        *whole, last = typed
        begun = any(_begins(token, last) for token in self.tokens)
        return begun and all(any(_is(token, one) for token in self.tokens) for one in whole)


@dataclass(frozen=True)
class Labels:
    """All of them, found by how their words begin."""

    by_beginning: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)

    def naming(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Label]]:
        """Yield each value that the end of a text names, with how many of its words do.

        The longest names first; stop words name nothing by themselves.
        """
        for count in range(min(MOST_WORDS, len(tokens)), 0, -1):
            tail = tokens[-count:]
            # Of « semaine de 4 j », what is known well enough is the first word.
            known = tail[-1] if len(tail[-1].word) >= LEAST_LETTERS else tail[0]
            if len(known.word) >= LEAST_LETTERS and (tail[0].stems or count == len(tokens)):
                candidates = self.by_beginning.get(known.word[:LEAST_LETTERS], ())
                yield from ((count, one) for one in candidates if one.answers(tail))


def read_labels(engine: Engine, facets: Mapping[str, Facet]) -> Labels:
    """Return the values that shown documents hold.

    Raises EngineDownError.
    """
    chosen = {name: facet for name, facet in facets.items() if facet.bounds is None}
    nothing = bodies_for(SearchQuery(), match_all_of(()), chosen)
    counts = nothing.counts(engine.msearch([{**nothing.bodies[0], "size": 0}]))
    recall = _Recalled()
    found: defaultdict[str, dict[Label, None]] = defaultdict(dict)
    for name, facet in chosen.items():
        values = {value for value, count in counts[name].items() if count}
        for choice in facet.choices(values, recall) if values else ():
            label = _label(facet, choice)
            for token in label.tokens:
                found[token.word[:LEAST_LETTERS]][label] = None
    return Labels({beginning: tuple(labels) for beginning, labels in found.items()})


class _Recalled:
    """What several facets read is read once."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def __call__(self, key: str, read: Callable[[], Read]) -> Read:
        if key not in self._known:
            self._known[key] = read()
        value: Read = self._known[key]
        return value


def _label(facet: Facet, choice: Choice) -> Label:
    return Label(facet, choice.value, choice.label, _tokens_of(choice.label))


# Each state of the index has nearly the same labels.
_tokens_of = lru_cache(maxsize=1 << 13)(tokenise)


def _begins(token: Token, typed: Token) -> bool:
    return token.word.startswith(typed.word) or _is(token, typed)


def _is(token: Token, typed: Token) -> bool:
    return token.word == typed.word or bool(set(token.stems) & set(typed.stems))
