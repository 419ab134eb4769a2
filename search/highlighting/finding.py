"""Where the words of a query stand in a text."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from search.analysis import GAP, Token, tokenise
from search.analysis.tokens import chunks_of, tokens_of
from search.highlighting.candidates import candidates


@dataclass(frozen=True, slots=True)
class Hit:
    """One word or phrase that was sought.

    Attributes:
        start: Where it begins in the normalised text, after an elided article.
        end: Where it ends, the whole of an inclusive form included.
        keys: What was found: two forms of one word have the same key.
    """

    start: int
    end: int
    keys: frozenset[str]


def hits(
    normalised: str,
    stems: Collection[str],
    phrases: Collection[str] = (),
    prefixes: Collection[str] = (),
) -> list[Hit]:
    """Return what is found in a normalised text, in order, without overlap.

    Args:
        normalised: The text, as `normalise` returns it.
        stems: The words to find, by any of their stems.
        phrases: Words that only count side by side, between single spaces: folded words (a quoted
            phrase) or first stems with gaps for stop words (a synonym of several words).
        prefixes: Beginnings of folded words, as typed so far.
    """
    found = sorted(
        [*_words(normalised, frozenset(stems), prefixes), *_phrases(normalised, phrases)],
        key=lambda hit: (hit.start, -hit.end),
    )
    apart: list[Hit] = []
    for hit in found:
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return apart


def _words(normalised: str, stems: frozenset[str], prefixes: Collection[str]) -> Iterator[Hit]:
    beginnings = tuple(filter(None, prefixes))
    if not stems and not beginnings:
        return
    known: dict[str, list[Hit]] = {}
    likely = candidates(normalised, stems, beginnings)
    for at, chunk in chunks_of(normalised) if likely is None else likely:
        if chunk not in known:
            known[chunk] = list(_hits_of(tokens_of(chunk), stems, beginnings))
        for hit in known[chunk]:
            yield Hit(at + hit.start, at + hit.end, hit.keys)


def _hits_of(
    tokens: Sequence[Token], stems: frozenset[str], beginnings: tuple[str, ...]
) -> Iterator[Hit]:
    for token in tokens:
        if not stems.isdisjoint(token.stems):
            key = min(stems.intersection(token.stems))
        elif beginnings and token.word.startswith(beginnings):
            key = max(filter(token.word.startswith, beginnings), key=len)
        else:
            continue
        yield Hit(token.start, token.end, frozenset([key]))


def _phrases(normalised: str, phrases: Collection[str]) -> Iterator[Hit]:
    sought = [words for phrase in phrases if (words := phrase.split())]
    tokens = tokenise(normalised) if sought else ()
    for words in sought:
        for first in range(len(tokens) - len(words) + 1):
            run = tokens[first : first + len(words)]
            if _is(run, words):
                yield Hit(run[0].start, run[-1].end, frozenset(words) - {GAP})


def _is(run: Sequence[Token], words: Sequence[str]) -> bool:
    return all(
        word == token.word or word in token.stems or (word == GAP and not token.stems)
        for token, word in zip(run, words, strict=True)
    )
