"""The terms of all vocabularies: few, on every page, and remembered while nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.content.memory import Memory
from initiatives.models.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

_terms: Memory[dict[int, Term]] = Memory()


def known_terms(request: HttpRequest | None) -> dict[int, Term]:
    """Return all terms, by their keys."""
    return _terms.recall(request, "all", Term.objects.in_bulk)


def give_terms(holders: Iterable[Any], request: HttpRequest | None, *fields: str) -> None:
    """Set these foreign keys to terms on all holders, instead of one question for each."""
    known = known_terms(request)
    for holder in holders:
        for field in fields:
            key = getattr(holder, f"{field}_id")
            if key in known:  # else, it has just been made: Django asks
                setattr(holder, field, known[key])
