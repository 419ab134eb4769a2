"""What a machine is told while the engine does not answer: RFC 9457, in French."""

from __future__ import annotations

from django.http import JsonResponse

from hub.content.api.problems import problem

RETRY_AFTER = 30  # seconds: as long as a server that failed is left alone, at most


def engine_down() -> JsonResponse:
    """Return 503: the engine may answer in a moment."""
    sentence = "Notre moteur de recherche ne répond pas. Réessayez dans un instant."
    response = problem(503, sentence)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
