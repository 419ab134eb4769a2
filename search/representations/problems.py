"""What a machine is told of a search that gives nothing: RFC 9457, its sentences in French."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import JsonResponse

from hub.content.api import problems
from search.page.problems import Problem

RETRY_AFTER = 30  # seconds: as long as a server that failed is left alone, at most


def bad_request(faults: Sequence[Problem]) -> JsonResponse:
    """Return 400, with each parameter that was not understood."""
    return problems.bad_request(faults)


def engine_down() -> JsonResponse:
    """Return 503: the engine may answer in a moment."""
    sentence = "Notre moteur de recherche ne répond pas. Réessayez dans un instant."
    response = problems.problem(503, sentence)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def not_found(sentence: str) -> JsonResponse:
    """Return 404."""
    return problems.problem(404, sentence)
