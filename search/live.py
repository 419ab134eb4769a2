"""The first answers of a search inside a page, live: other pages, other answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from hub.content.models.page import kept_with_page
from search.engines.contract import EngineDownError
from search.page.cards import ResultCard, result_cards
from search.query import SearchQuery
from search.saved import saved_address
from search.searching import current_searcher


@dataclass(frozen=True)
class LiveAnswers:
    """The cards shown, how many pages the search finds, and where a visitor finds them all."""

    cards: tuple[ResultCard, ...] = ()
    total: int = 0
    address: str = ""


def live_answers(
    query: SearchQuery, number: int, request: HttpRequest | None = None
) -> LiveAnswers:
    """Return the first answers of a search.

    Raises EngineDownError.
    """
    results = current_searcher(request).search(query)
    cards = result_cards(results, request)[:number]
    return LiveAnswers(tuple(cards), results.total, saved_address(query))


def kept_answers(
    context: dict[str, Any], key: Hashable, read: Callable[[], LiveAnswers]
) -> LiveAnswers:
    """Return what `read` gives, kept with the page of a template context; none without an engine.

    Then nothing is kept, here or by the visitor: the next one may have the answer.
    """
    try:
        return kept_with_page(context, key, read)
    except EngineDownError:
        if request := context.get("request"):
            request.is_degraded = True
        return LiveAnswers()
