"""What could not be read of an address, as its visitor is told."""

from dataclasses import dataclass

MOST_SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """A parameter, the value that was given, and a French sentence about it."""

    parameter: str
    value: str
    sentence: str


def quoted(value: str) -> str:
    """Return a value as it stands in a sentence, cut where it is long."""
    shown = value if len(value) <= MOST_SHOWN else value[: MOST_SHOWN - 1] + "…"
    return f"« {shown} »"
