"""Suggestions as a visitor reads them: titles from the database, groups under their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from hub.content.models.page import visible_pages
from search.analysis import fold, tokenise
from search.engines.contract import Hit
from search.models import DocumentState
from search.registry import registry
from search.suggestions.contract import Suggestion, Suggestions
from search.suggestions.typed import Typed

MOST_PAGES = 4


@dataclass(frozen=True)
class Line:
    """One suggestion: `url` of a page, or `query`, the query string of a search."""

    label: str
    detail: str = ""
    url: str = ""
    query: str = ""


@dataclass(frozen=True)
class ShownGroup:
    """Lines of one kind, under the name that a visitor reads."""

    label: str
    lines: tuple[Line, ...]


def shown_groups(request: HttpRequest, found: Suggestions, words: str) -> list[ShownGroup]:
    """Return the groups that hold something, in two queries whatever their number."""
    groups = [
        ShownGroup("Pages", _pages(request, found.hits, found.corrected or words)),
        ShownGroup("Filtres", tuple(map(_search, found.filters))),
        ShownGroup("Lieux", tuple(map(_search, found.places))),
        ShownGroup("Recherches", tuple(map(_search, found.completions))),
    ]
    return [group for group in groups if group.lines]


def _search(suggestion: Suggestion) -> Line:
    count = suggestion.count
    results = f"{count} résultat{'s' if count > 1 else ''}" if count else ""
    detail = " : ".join(filter(None, [suggestion.detail, results]))
    return Line(suggestion.label, detail, query=suggestion.query.to_query_string())


def _pages(request: HttpRequest, hits: tuple[Hit, ...], words: str) -> tuple[Line, ...]:
    """Return the pages that the public may see, those that begin as the words do first.

    What may be seen is decided here again: an index may be late.
    """
    kinds = {
        hit.uid: registry.documents[hit.kind] for hit in hits if hit.kind in registry.documents
    }
    if not kinds:
        return ()
    states = DocumentState.objects.filter(uid__in=kinds).order_by("pk")
    kind_of = {key: kinds[str(uid)] for uid, key in states.values_list("uid", "page_key")}
    pages = sorted(visible_pages().filter(pk__in=kind_of), key=lambda page: _rank(page, words))
    return tuple(
        Line(page.title, kind_of[page.pk].singular.capitalize(), url=page.get_url(request) or "")
        for page in pages[:MOST_PAGES]
    )


def _rank(page: Any, words: str) -> tuple[bool, int, int]:
    """Return what sorts titles: the same beginning, then the word that is typed, then length."""
    typed = Typed.read(words)
    last = typed.last.word if typed else ""
    places = (at for at, token in enumerate(tokenise(page.title)) if token.word.startswith(last))
    title = fold(page.title)
    return not title.startswith(fold(words).strip()), next(places, len(title)), len(title)
