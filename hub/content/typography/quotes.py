"""Quotation marks: « outside » and “inside”."""

import re

from hub.content.typography.masks import BREAK, INLINE

_PASSAGE_END = re.compile(rf"([\n{BREAK}])")
_MARK = re.compile('["«»“”]')
_MAY_OPEN_AFTER = frozenset("([{«“’'/–—-")
_MAY_CLOSE_BEFORE = frozenset('.,;:!?…)]}»”’/–—-"')
_PAIRS = {"»": "«", "”": "“"}


def turn_quotes(text: str) -> str:
    """Return the text with French quotation marks.

    A passage whose marks do not form pairs is left as it is: « 12" », « Accueil » Page ».
    English marks are those of a quotation inside another; outside, they become French.
    """
    if '"' not in text and "“" not in text:
        return text
    return "".join(_turn_passage(part) for part in _PASSAGE_END.split(text))


def _turn_passage(passage: str) -> str:
    marks = list(_MARK.finditer(passage))
    if not any(mark[0] in '"“' for mark in marks):
        return passage
    turned = _paired(passage, marks)
    if turned is None:
        return passage
    new = iter(turned)
    return _MARK.sub(lambda _: next(new), passage)


def _paired(passage: str, marks: list[re.Match[str]]) -> list[str] | None:
    """Return what each mark becomes, None where they do not form pairs."""
    opened: list[tuple[int, str]] = []
    turned: list[str] = []
    for mark in marks:
        sign = mark[0]
        opens = sign in "«“" or (sign == '"' and _opens(passage, mark.start()))
        if opens:
            opened.append((len(turned), sign))
            turned.append("“" if sign != "«" and len(opened) > 1 else "«")
        elif (
            opened
            and opened[-1][1] == _PAIRS.get(sign, '"')
            and (sign != '"' or _closes(passage, mark.start()))
        ):
            first, _ = opened.pop()
            turned.append("»" if turned[first] == "«" else "”")
        else:
            return None
    return None if opened else turned


def _neighbour(passage: str, position: int, step: int) -> str:
    """Return the next character that is no inline tag, a space at the end of the passage."""
    position += step
    while 0 <= position < len(passage) and passage[position] == INLINE:
        position += step
    return passage[position] if 0 <= position < len(passage) else " "


def _opens(passage: str, position: int) -> bool:
    before, after = _neighbour(passage, position, -1), _neighbour(passage, position, 1)
    return (before.isspace() or before in _MAY_OPEN_AFTER) and not after.isspace()


def _closes(passage: str, position: int) -> bool:
    before, after = _neighbour(passage, position, -1), _neighbour(passage, position, 1)
    return not before.isspace() and (after.isspace() or after in _MAY_CLOSE_BEFORE)
