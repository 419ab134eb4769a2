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
            group = tuple(read for text in texts if (read := expression(text)) is not None)
            for one in group:
                for stem in one.words[0] or ("_",):
                    self._by_first_stem.setdefault(stem, []).append((one, group))

    def at_start(self, tokens: Sequence[Token]) -> tuple[Expression, Group] | None:
        """Return the longest expression at the start of tokens, and its group."""
        if not tokens:
            return None
        found: tuple[Expression, Group] | None = None
        for stem in tokens[0].stems or ("_",):
            for one, group in self._by_first_stem.get(stem, ()):
                is_longer = found is None or len(one.words) > len(found[0].words)
                if is_longer and one.begins(tokens):
                    found = (one, group)
        return found


def expression(text: str) -> Expression | None:
    """Return the expression of a text, None where no word of it counts."""
    words = tuple(token.stems for token in tokenise(text))
    return Expression(words) if any(words) else None
