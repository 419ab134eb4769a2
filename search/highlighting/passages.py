"""The passage of a text that says most about a query, cut where a reader would cut it."""

import re
from collections import Counter
from collections.abc import Sequence

from search.highlighting.finding import Hit

_CLOSING = '"»”’)]\u00a0'
_SENTENCE_END = re.compile(rf"[.!?…][{re.escape(_CLOSING)}]*[ \n]+|\n+")
# What ends no passage that is cut between two words.
_LEADING_ON = " \n\u00a0,;:(«“–—-"
# A sentence that ends in the first part of the passage would leave it too short.
_FULL_ENOUGH = 0.6
# How much of the free room goes before the words, where no sentence begins there.
_BEFORE = 3


def passage(text: str, hits: Sequence[Hit], length: int) -> tuple[int, int]:
    """Return where the best passage of at most `length` characters begins and ends.

    It holds as many different words of the query as can be, is the first that does, and begins
    and ends with a sentence where one does. Without a hit it is the beginning of the text.
    """
    if len(text) <= length:
        return 0, len(text)
    if not hits:
        return 0, _end(text, 0, 0, length)
    first, last = _richest(hits, length)
    begin = _begin(text, first.start, length - (last.end - first.start))
    return begin, _end(text, begin, last.end, length)


def _richest(hits: Sequence[Hit], length: int) -> tuple[Hit, Hit]:
    """Return the ends of the first run of hits with most keys that fits in `length`."""
    counts: Counter[str] = Counter()
    best, most, left = (hits[0], hits[0]), 0, 0
    for right, hit in enumerate(hits):
        counts.update(hit.keys)
        while left < right and (
            hit.end - hits[left].start > length or all(counts[key] > 1 for key in hits[left].keys)
        ):
            counts -= Counter(hits[left].keys)
            left += 1
        if len(counts) > most:
            best, most = (hits[left], hit), len(counts)
    return best


def _begin(text: str, first: int, room: int) -> int:
    """Return where the passage of a hit begins, with `room` for what leads to it."""
    earliest = max(0, first - max(0, room))
    if earliest == 0:
        return 0
    ends = [found.end() for found in _SENTENCE_END.finditer(text, earliest, first)]
    if ends:
        return ends[-1]
    near = first - max(0, room) // _BEFORE
    spaces = [at + 1 for space in " \n" if (at := text.find(space, near, first)) >= 0]
    return min(spaces, default=first)


def _end(text: str, begin: int, last: int, length: int) -> int:
    """Return where a passage ends, after the hit that ends at `last` if it fits."""
    limit = begin + length
    if limit >= len(text):
        return len(text)
    ends = [
        end
        for found in _SENTENCE_END.finditer(text, begin, limit + 1)
        if (end := begin + len(text[begin : found.end()].rstrip())) >= last
    ]
    if ends and ends[-1] - begin >= length * _FULL_ENOUGH:
        return ends[-1]
    cut = max(text.rfind(space, max(last, begin + 1), limit + 1) for space in " \n")
    kept = text[begin : cut if cut > begin else limit]
    return begin + (len(kept.rstrip(_LEADING_ON)) or len(kept))


def is_cut(text: str, at: int) -> bool:
    """Tell whether a place of a text is in the middle of a sentence."""
    before = text[:at].rstrip(" \u00a0")
    if not before or not text[at:].strip() or before.endswith("\n") or text[at : at + 1] == "\n":
        return False
    return not before.rstrip(_CLOSING).endswith((".", "!", "?", "…"))
