"""A text that is being typed: words that are whole, and the beginning of one more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.analysis import Token, normalise, tokenise

LEAST_LETTERS = 2
MOST_WORDS = 20  # of a longer text nothing is suggested: it is searched as it is
_CLOSED = re.compile(r"\s*[\"»”]")


@dataclass(frozen=True)
class Typed:
    """The normalised text and its words; `last` is taken as a beginning."""

    text: str
    tokens: tuple[Token, ...]

    @classmethod
    def read(cls, text: str) -> Typed | None:
        """Return what was typed, None where it is too little or too much to suggest anything."""
        normalised = normalise(text)
        tokens = tokenise(normalised)
        letters = sum(len(token.word) for token in tokens)
        if letters < LEAST_LETTERS or len(tokens) > MOST_WORDS:
            return None
        return cls(normalised, tokens)

    @property
    def last(self) -> Token:
        """The word that is being typed."""
        return self.tokens[-1]

    @property
    def whole(self) -> tuple[Token, ...]:
        """The words before it that say something."""
        return tuple(token for token in self.tokens[:-1] if token.stems)

    def with_last(self, word: str) -> str:
        """Return the text where another word ends it; what is elided before it stays."""
        return self.text[: self.last.start] + word

    def before(self, count: int) -> str:
        """Return the text without its last words, and without the stop words that lead to them."""
        kept = [token for token in self.tokens[:-count] if token.stems]
        if not kept:
            return ""
        end = kept[-1].end
        closed = _CLOSED.match(self.text, end)
        return self.text[: closed.end() if closed else end].strip()
