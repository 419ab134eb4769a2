"""What is wrong with a request, for machines: RFC 9457, its sentences in French."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import JsonResponse

from search.page.problems import Problem

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 30  # seconds: as long as a server that failed is left alone, at most


def bad_request(problems: Sequence[Problem]) -> JsonResponse:
    """Return 400, with each parameter that was not understood."""
    return _problem(
        400,
        "Une partie de la demande n’a pas été comprise.",
        detail=" ".join(one.detail for one in problems),
        errors=[
            {"parameter": one.parameter, "value": one.value, "detail": one.detail}
            for one in problems
        ],
    )


def engine_down() -> JsonResponse:
    """Return 503: the engine may answer in a moment."""
    response = _problem(503, "Notre moteur de recherche ne répond pas. Réessayez dans un instant.")
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def not_found(sentence: str) -> JsonResponse:
    """Return 404."""
    return _problem(404, sentence)


def _problem(status: int, title: str, **more: object) -> JsonResponse:
    body = {"type": "about:blank", "title": title, "status": status, **more}
    return JsonResponse(
        body,
        status=status,
        content_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"},
        json_dumps_params={"ensure_ascii": False},
    )
