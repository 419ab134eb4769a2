"""What was searched, marked in the texts of an answer: one way for every engine.

Texts come from the site's database and are escaped here. Marks go round whole words, the whole of
« salarié·e·s » included and the article of « l’emploi » left out.
"""

import re
from collections.abc import Collection, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import normalise
from search.highlighting.finding import Hit, hits
from search.highlighting.passages import is_cut, passage

# Spaces where a line may end; no-break spaces stay.
_SPACES = re.compile(r"[ \n]{2,}")
_BEFORE, _AFTER = "…\u00a0", "…"
_CUTS = len(_BEFORE + _AFTER)


def highlight(
    text: str,
    stems: Collection[str],
    phrases: Collection[str] = (),
    prefixes: Collection[str] = (),
) -> SafeString:
    """Return the whole text as escaped HTML, with `<mark>` round what was sought.

    Args:
        text: Any plain text.
        stems: The stems of the words of the query.
        phrases: What only counts side by side: see `search.highlighting.finding.hits`.
        prefixes: Beginnings of folded words, for suggestions.
    """
    normal = normalise(text)
    return _marked(normal, hits(normal, stems, phrases, prefixes), 0, len(normal))


def excerpt(
    text: str, stems: Collection[str], length: int = 200, phrases: Collection[str] = ()
) -> SafeString:
    """Return the best passage of a text, on one line, as escaped and marked HTML.

    Args:
        text: Any plain text; the end of a line is that of a sentence.
        stems: The stems of the words of the query.
        length: The most characters that the reader sees, ellipses included.
        phrases: What only counts side by side: see `search.highlighting.finding.hits`.
    """
    lines = _SPACES.sub(_one_space, normalise(text).strip())
    found = hits(lines, stems, phrases)
    begin, end = passage(lines, found, max(1, length - _CUTS))
    marked = _marked(lines.replace("\n", " "), found, begin, end)
    before = _BEFORE if is_cut(lines, begin) else ""
    after = _AFTER if is_cut(lines, end) else ""
    return SafeString(before) + marked + SafeString(after)


def _marked(text: str, found: Sequence[Hit], begin: int, end: int) -> SafeString:
    pieces, at = [], begin
    for hit in found:
        start, stop = max(hit.start, begin), min(hit.end, end)
        if start < stop:
            pieces += [escape(text[at:start]), f"<mark>{escape(text[start:stop])}</mark>"]
            at = stop
    # Every piece is escaped above and below.
    return mark_safe("".join([*pieces, escape(text[at:end])]))  # noqa: S308


def _one_space(spaces: re.Match[str]) -> str:
    return "\n" if "\n" in spaces[0] else " "
