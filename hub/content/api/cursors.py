"""Where the next part of a list begins, as a text that only we read."""

from __future__ import annotations

import base64
import binascii
import json

from hub.content.api.problems import Fault, RefusedError
from hub.content.text import quoted

PARAMETER = "after"
LONGEST = 400


def cursor(kind: str, *parts: str) -> str:
    """Return a cursor of this kind; `parts` are what `read_cursor` gives back."""
    text = json.dumps([kind, *parts], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str, kind: str, count: int) -> tuple[str, ...]:
    """Return the parts of a cursor of this kind. Raises RefusedError for any other text."""
    try:
        if len(text) > LONGEST:
            raise ValueError(text)  # noqa: TRY301 - one sentence for all
        padded = text + "=" * (-len(text) % 4)
        read = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if not _is_cursor(read, kind, count):
            raise ValueError(text)  # noqa: TRY301 - one sentence for all
    except (ValueError, binascii.Error, RecursionError):
        raise RefusedError(not_a_cursor(text)) from None
    return tuple(read[1:])


def not_a_cursor(text: str) -> Fault:
    """Return what is said of a cursor that this list did not give."""
    sentence = f"{quoted(text)} ne vient pas de cette liste : suivez l’adresse « next »."
    return Fault(PARAMETER, text, sentence)


def _is_cursor(read: object, kind: str, count: int) -> bool:
    return (
        isinstance(read, list)
        and len(read) == count + 1
        and all(isinstance(one, str) for one in read)
        and read[0] == kind
    )
