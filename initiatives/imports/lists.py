r"""Several values in one cell, joined with `|`; `\|` and `\\` stand for the characters."""

import re
from collections.abc import Iterable

SEPARATOR = "|"
_ITEM = re.compile(r"(?:\\[|\\]|[^|])*")
_ESCAPED = re.compile(r"\\([|\\])")
_TO_ESCAPE = re.compile(r"[|\\]")


def join(items: Iterable[str]) -> str:
    """Return the cell that holds these texts."""
    return SEPARATOR.join(_TO_ESCAPE.sub(r"\\\g<0>", item) for item in items)


def split(cell: str) -> list[str]:
    """Return the texts of a cell, without those that are empty."""
    items, start = [], 0
    while start <= len(cell):
        match = _ITEM.match(cell, start)
        if match is None:  # pragma: no cover  (the pattern matches the empty text)
            break
        items.append(_ESCAPED.sub(r"\1", match[0]).strip())
        start = match.end() + 1
    return [item for item in items if item]
