"""The checks of `french.json`, as objects."""

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("french.json")


@dataclass(frozen=True, slots=True)
class Check:
    """What a visitor finds, or not: see the README beside."""

    kind: str
    phenomenon: str
    title: str
    body: str
    query: str
    must: bool
    synonyms: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        return (
            f"{self.kind}: {self.phenomenon}: {self.query} {'=' if self.must else '≠'} {self.title}"
        )


def checks(*kinds: str) -> list[Check]:
    """Return the checks of some kinds, or all."""
    found = [
        Check(**{**entry, "synonyms": tuple(map(tuple, entry.get("synonyms", ())))})
        for entry in json.loads(FILE.read_text(encoding="utf-8"))
    ]
    return [check for check in found if not kinds or check.kind in kinds]
