"""The runs of a text that may hold a word, found at a glance: the others need no analysis."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache

from search.analysis import fold

# A stem begins as its words do, as far as this; « maux » is « mal », and ends sooner.
COMMON, COMMON_OF_SHORT = 3, 2
# Small Latin letters beyond ASCII, of Latin-1 and Extended-A: the others would only cost time.
_BEYOND = tuple(one for one in map(chr, range(0xC0, 0x180)) if one.islower())


def candidates(
    normalised: str, stems: Collection[str], prefixes: Collection[str]
) -> Iterator[tuple[int, str]] | None:
    """Return the runs without a space that may hold a stem or a prefix, each with its place.

    None where only reading all runs tells: numbers are written in several ways.
    """
    beginnings = {_beginning(stem) for stem in stems} | {prefix[:COMMON] for prefix in prefixes}
    if not all(one.isascii() and one.isalpha() for one in beginnings):
        return None
    found = _pattern(frozenset(beginnings)).finditer(normalised)
    return ((one.start(), one[0]) for one in found)


def _beginning(stem: str) -> str:
    return stem[: COMMON if len(stem) > COMMON else COMMON_OF_SHORT]


@lru_cache(256)
def _pattern(beginnings: frozenset[str]) -> re.Pattern[str]:
    """Return what finds folded letters as they are written: « R.S.E. », « Œuvre », « égalité »."""
    written = "|".join(r"\W?".join(map(_written, _letters(one))) for one in beginnings)
    return re.compile(rf"(?<!\S)\S*?(?:{written})\S*", re.IGNORECASE)


def _letters(beginning: str) -> list[str]:
    return re.findall("oe|ae|.", beginning)


def _written(folded: str) -> str:
    plain = r"\W?".join(f"[{letter}{''.join(_spellings()[letter])}]" for letter in folded)
    return f"(?:{plain}|[{''.join(_spellings()[folded])}])" if len(folded) > 1 else plain


@lru_cache(1)
def _spellings() -> dict[str, list[str]]:
    """Return the characters that fold to each letter or begin by it, and to « oe » and « ae »."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for character in _BEYOND:
        folded = fold(character)
        for key in {folded, folded[:1]}:
            spellings[key].append(character)
    return spellings
