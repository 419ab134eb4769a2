"""The synonyms in force: those of the groups, read again as soon as one has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from django.http import HttpRequest

from hub.content.memory import Memory
from search.analysis import Token
from search.curation.models import SynonymGroup
from search.meaning.synonyms import Expression, Group, Synonyms

STARTER = Path(__file__).resolve().parent / "data" / "synonyms.txt"

_kept: Memory[Synonyms] = Memory(most=1)


class SynonymsInForce(Synonyms):
    """The synonyms in force, read when a first word is looked up, and once for a search."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__()
        self._request = request

    @cached_property
    def _read(self) -> Synonyms:
        return current_synonyms(self._request)

    def at_start(self, tokens: Sequence[Token]) -> tuple[Expression, Group] | None:
        """Return the longest expression at the start of tokens, and its group."""
        return self._read.at_start(tokens)


def current_synonyms(request: HttpRequest | None = None) -> Synonyms:
    """Return the synonyms in force; for a visitor, read once as long as no content changes."""
    return _kept.recall(request, "synonyms", _all)


def _all() -> Synonyms:
    return Synonyms(group.texts for group in SynonymGroup.objects.all())


def starter_groups() -> list[list[str]]:
    """Return the groups that a new site begins with: one a line, expressions between `=`."""
    lines = STARTER.read_text(encoding="utf-8").splitlines()
    return [
        [text.strip() for text in line.split("=")]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]
