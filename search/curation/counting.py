"""Which searches are counted: those that somebody typed, once each."""

from __future__ import annotations

import re

from django.http import HttpRequest

from search.curation.asked import record
from search.results import Done, SearchResults

_ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python", re.IGNORECASE)


def count_search(request: HttpRequest, results: SearchResults, *, is_alone: bool) -> None:
    """Count the words of a search, and whether they found what they said.

    Words that filters already narrow, other pages and other orders are the same search going on.
    Robots and pages that a browser loads beforehand ask for nothing.
    """
    query = results.query
    goes_on = not is_alone or query.page > 1 or query.sort is not None or query.as_typed
    if not query.words or goes_on or _is_a_machine(request):
        return
    found = results.total > 0 and not results.left_out
    record(query.words, is_answered=found and results.done in {Done.EXACT, Done.RELAXED})


def _is_a_machine(request: HttpRequest) -> bool:
    agent = request.headers.get("User-Agent", "")
    return bool(_ROBOT.search(agent)) or "prefetch" in request.headers.get("Sec-Purpose", "")
