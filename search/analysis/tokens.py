"""The words of a text, where they stand and what they are searched by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.folding import fold
from search.analysis.normal import normalise
from search.analysis.stemming import stems_of
from search.analysis.stopwords import STOP_WORDS
from search.analysis.writing import GROUPED, WORD

# Longer words are no words of French: what exceeds is not looked at.
LONGEST_WORD = 64
# The texts that visitors are shown hold fewer different chunks than the index does.
_REMEMBERED_CHUNKS = 1 << 15
# Longer chunks seldom come twice, and would make the memo heavy.
LONGEST_CHUNK = 64

# « 1 200 », « 4,5 jours » and « 3×8 » as visitors type them.
_NUMBER_SIGNS = str.maketrans({"_": "", ",": ".", "×": "x"})
_NOT_IN_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text.

    Attributes:
        word: Its folded form, unstemmed: « salarie » for « salarié·e·s ».
        stems: One or two stems, the most faithful first; none for a stop word.
        start: Where it begins in the normalised text, after an elided article.
        end: Where it ends, the whole inclusive form included.
    """

    word: str
    stems: tuple[str, ...]
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """Return every word of a text, stop words included; they stand in `normalise(text)`."""
    return tuple(
        Token(token.word, token.stems, at + token.start, at + token.end)
        for at, chunk in chunks_of(normalise(text))
        for token in tokens_of(chunk)
    )


def chunks_of(normalised: str) -> Iterator[tuple[int, str]]:
    """Yield the runs without a space of a normalised text, each with its place."""
    text, at = grouped(normalised), 0
    for chunk in text.split():
        at = text.index(chunk, at)
        yield at, chunk
        at += len(chunk)


def grouped(normalised: str) -> str:
    """Return the text, as long, where « 1 200 » holds no space."""
    return GROUPED.sub(lambda number: re.sub(r"\s", "_", number[0]), normalised)


def tokens_of(chunk: str) -> tuple[Token, ...]:
    """Return the words of a run without a space, from memory where it was met before."""
    return _remembered(chunk) if len(chunk) <= LONGEST_CHUNK else read_tokens(chunk)


def read_tokens(chunk: str) -> tuple[Token, ...]:
    """Return the words of a run without a space."""
    return tuple(token for found in WORD.finditer(chunk) if (token := _token(found)) is not None)


_remembered = lru_cache(_REMEMBERED_CHUNKS)(read_tokens)


def _token(found: re.Match[str]) -> Token | None:
    """Return the word of a match, or nothing where folding leaves none."""
    kind = found.lastgroup or "word"
    start, end = found.start(kind), found.end()
    if kind == "number":
        number = fold(found[kind].translate(_NUMBER_SIGNS))
        return Token(number, (number,), start, end)
    written = found[kind][: 2 * LONGEST_WORD]
    lowered = unicodedata.normalize("NFKC", _NOT_IN_A_WORD.sub("", written)).lower()
    word = _NOT_IN_A_WORD.sub("", fold(lowered))[:LONGEST_WORD]
    if not word:
        return None
    stems = () if word in STOP_WORDS else stems_of(lowered[:LONGEST_WORD], word)
    return Token(word, stems, start, end)
