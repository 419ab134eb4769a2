"""Expressions that mean one thing, found in what a visitor types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.analysis import Token, tokenise

LONGEST = 8  # words of an expression


@dataclass(frozen=True)
class Expression:
    """A word or several in a row: the stems of each word, none for a stop word."""

    words: tuple[tuple[str, ...], ...]

    @property
    def row(self) -> tuple[str, ...]:
        """The first stem of each word, as texts are indexed, `_` for a stop word."""
        return tuple(stems[0] if stems else "_" for stems in self.words)

    def begins(self, tokens: Sequence[Token]) -> bool:
        """Tell whether tokens begin with this expression: a stem in common, word by word."""
        return len(tokens) >= len(self.words) and all(
            bool(set(stems) & set(token.stems)) if stems else not token.stems
            for stems, token in zip(self.words, tokens, strict=False)
        )


Group = tuple[Expression, ...]


class Synonyms:
    """Groups of expressions, looked up by their first word."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._by_first_stem: dict[str, list[tuple[Expression, Group]]] = {}
        for texts in groups:
            group = tuple(one for text in texts if (one := _expression(text)) is not None)
            for expression in group:
                for stem in expression.words[0] or ("_",):
                    self._by_first_stem.setdefault(stem, []).append((expression, group))

    def at_start(self, tokens: Sequence[Token]) -> tuple[int, Group] | None:
        """Return how many tokens the longest expression at their start takes, and its group."""
        if not tokens:
            return None
        found: tuple[int, Group] | None = None
        for stem in tokens[0].stems or ("_",):
            for expression, group in self._by_first_stem.get(stem, ()):
                length = len(expression.words)
                if expression.begins(tokens) and (found is None or length > found[0]):
                    found = (length, group)
        return found


def _expression(text: str) -> Expression | None:
    words = tuple(token.stems for token in tokenise(text))[:LONGEST]
    return Expression(words) if any(words) else None
