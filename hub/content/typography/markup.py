"""The tags of a fragment of HTML, hidden while the rules run."""

import re
from html import unescape

from hub.content.typography import masks

_INLINE_NAMES = (
    "a abbr b bdi cite data del dfn em font i ins mark q s small span strong sub sup time u wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_ATTRIBUTES = r"""(?:[^"'>]|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+"""
# An element or a tag that is never closed goes to the end: the rest is not text either.
_TAG = re.compile(
    rf"""
      <(?P<raw>script|style|textarea|pre|code|kbd|samp|svg)\b{_ATTRIBUTES}>
        (?:.*?</(?P=raw)\s*+>|.*+)
    | <!--(?:.*?-->|.*+)
    | </?(?P<name>[a-z][a-z0-9]*+){_ATTRIBUTES}>?
    | <[!?][^>]*+>?
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LIKE_A_WORD = frozenset(["code", "kbd", "samp"])


def _sign(match: re.Match[str]) -> str:
    """Return how the rules see a tag: as nothing, as a word or as the end of a passage."""
    raw, name = match["raw"], match["name"]
    if raw:
        return masks.WORD if raw.lower() in _LIKE_A_WORD else masks.BREAK
    if name is None or name.lower() in _INLINE:
        return masks.INLINE
    return masks.BREAK


def hide(html: str) -> tuple[str, list[str]]:
    """Return the text of the fragment with signs for its tags, and what they stand for."""
    hidden: list[str] = []
    passages: list[str] = []
    end = 0

    def read(text: str) -> None:
        first = len(hidden)
        passages.append(masks.hide(unescape(text), hidden)[0])
        hidden[first:] = [escape_text(part) for part in hidden[first:]]

    for tag in _TAG.finditer(html):
        read(html[end : tag.start()])
        passages.append(_sign(tag))
        hidden.append(tag[0])
        end = tag.end()
    read(html[end:])
    return "".join(passages), hidden


def escape_text(text: str) -> str:
    """Escape what a text node may not hold; quotation marks may stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
