"""Texts that may stand in any file: in XML, a control character is not allowed, even escaped."""

import re

# What XML 1.0 lets no document hold (section 2.2).
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return the text with spaces in the place of what no XML document may hold."""
    return _FORBIDDEN.sub(" ", text)
