"""The turns of phrase that the messages of an import share."""

from collections.abc import Iterable
from difflib import get_close_matches

MAX_QUOTED = 60
MAX_SUGGESTIONS = 3


def quoted(text: str) -> str:
    """Return the text in French quotation marks, shortened when it is long."""
    shown = text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}…"
    return f"«\u00a0{shown}\u00a0»"


def did_you_mean(text: str, names: Iterable[str]) -> str:
    """Return a sentence that names the nearest ones, with its leading space, or nothing."""
    nearest = get_close_matches(text[:MAX_QUOTED], list(names), MAX_SUGGESTIONS, cutoff=0.6)
    if not nearest:
        return ""
    return f" Vouliez-vous dire\u00a0: {', '.join(map(quoted, nearest))}\u00a0?"
