"""The synonyms in force: those of the groups, read again as soon as one has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from django.db import connection

from hub.content.freshness.version import content_version
from search.analysis import Token
from search.curation.models import SynonymGroup
from search.meaning.synonyms import Expression, Group, Synonyms

STARTER = Path(__file__).resolve().parent / "data" / "synonyms.txt"

_kept: tuple[str, Synonyms] | None = None


class SynonymsInForce(Synonyms):
    """The synonyms in force, read when a first word is looked up, and once for a search."""

    @cached_property
    def _read(self) -> Synonyms:
        return current_synonyms()

    def at_start(self, tokens: Sequence[Token]) -> tuple[Expression, Group] | None:
        """Return the longest expression at the start of tokens, and its group."""
        return self._read.at_start(tokens)


def current_synonyms() -> Synonyms:
    """Return the synonyms in force, in one small query as long as no content changes."""
    global _kept  # noqa: PLW0603 - one assignment, so that threads see a whole pair
    # Another write of a transaction may yet change what its version stands for.
    version = None if connection.in_atomic_block else content_version()
    if version is not None and _kept is not None and _kept[0] == version:
        return _kept[1]
    read = Synonyms(group.texts for group in SynonymGroup.objects.all())
    if version is not None:
        _kept = (version, read)
    return read


def starter_groups() -> list[list[str]]:
    """Return the groups that a new site begins with: one a line, expressions between `=`."""
    lines = STARTER.read_text(encoding="utf-8").splitlines()
    return [
        [text.strip() for text in line.split("=")]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]
