"""Signs that stand for what typography must not touch, while the rules run.

A rule then reads a text from end to end, across tags and addresses, in linear time.
"""

import re

# Characters of private use: no text has them, and where one does, it is hidden like the rest.
WORD = "\ue000"
INLINE = "\ue001"
BREAK = "\ue002"
_MASK = re.compile("[\ue000-\ue002]")

_IN_ADDRESS = r"""[^\s"<>«»“”\ue000-\ue002]"""
_AT_ITS_END = r"""[^\s"<>«»“”\ue000-\ue002.,;:!?…)\]'’]"""

# Each alternative begins with a guard or a literal, so that no text is read twice.
_KEPT = re.compile(
    rf"""
      [\ue000-\ue002]
    | (?<![\w.])(?:https?://|ftps?://|mailto:|tel:|www\.){_IN_ADDRESS}*{_AT_ITS_END}
    | (?<![\w.+'’-])[\w.+'’-]++@[\w-]++(?:\.[\w-]++)++     # an e-mail address
    | (?<!\w)[A-Za-z]:\\{_IN_ADDRESS}*+                  # a Windows path
    | `[^`\n]*+`                                         # code
    | (?<!\S)[:;]-?[()DPp|/*](?=[\s.,!…]|\Z)              # an emoticon
    """,
    re.VERBOSE,
)


def hide(text: str, hidden: list[str] | None = None) -> tuple[str, list[str]]:
    """Return the text with a sign for each kept part, and those parts in order."""
    parts = [] if hidden is None else hidden

    def keep(match: re.Match[str]) -> str:
        parts.append(match[0])
        return WORD

    return _KEPT.sub(keep, text), parts


def show(text: str, hidden: list[str]) -> str:
    """Put the hidden parts back in the place of their signs."""
    if not hidden:
        return text
    parts = iter(hidden)
    return _MASK.sub(lambda _: next(parts), text)
