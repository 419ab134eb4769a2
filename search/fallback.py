"""A plain, bounded look in the database, for when no engine answers."""

from __future__ import annotations

import re

from django.db.models import Q

from hub.content.models.page import visible_pages
from search.engines.contract import Hit
from search.models import DocumentState
from search.query import PER_PAGE, SearchQuery
from search.registry import TYPE
from search.results import Done, SearchResults

MOST_WORDS = 10
MOST_FOUND = 600  # beyond, a database that is asked without an index has done enough
SHORTEST = 2
_WORD = re.compile(r"[\w-]+")


def look_up(query: SearchQuery) -> SearchResults:
    """Return the visible pages whose title or text holds every word, the last changed first.

    Of the filters, only the type is applied; nothing is counted by facet.
    """
    states = DocumentState.objects.filter(page_key__in=visible_pages().order_by().values("pk"))
    if kinds := query.values(TYPE):
        states = states.filter(kind__in=kinds)
    for word in words_of(query.words):
        states = states.filter(Q(title__icontains=word) | Q(text__icontains=word))
    found = list(states.order_by("-updated", "pk").values_list("uid", "kind")[:MOST_FOUND])
    first = (query.page - 1) * PER_PAGE
    hits = tuple(Hit(str(uid), kind) for uid, kind in found[first : first + PER_PAGE])
    return SearchResults(query, len(found), hits, done=Done.DEGRADED, words=query.words)


def words_of(text: str) -> list[str]:
    """Return the words that are looked for, each once."""
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= SHORTEST)
    return list(dict.fromkeys(words))[:MOST_WORDS]
