"""What every address of the API does, whatever it answers: who may ask, how, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from hub.api.rates import UnknownKeyError, count, too_many, unknown_key
from hub.content.api.problems import problem
from search.representations.fresh import fresh

METHODS = "GET, HEAD, OPTIONS"
A_DAY = 86_400
EXPOSED = "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After"

View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """Let any site read what a view answers, and keep it as long as the content does not move."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _within_rate(request, lambda: _answer(request, view, args, kwargs))
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        if request.method == "HEAD":
            _empty(response)
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # only read, and without a session
    return answered


def _within_rate(request: HttpRequest, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Return what is answered to who has not asked too much."""
    if request.method == "OPTIONS":  # asked by browsers, on their own
        return answer()
    try:
        rate = count(request)
    except UnknownKeyError:
        return unknown_key()
    response = too_many(rate) if rate.is_over else answer()
    rate.tell(response)
    return response


def _answer(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    if request.method not in {"GET", "HEAD"}:
        response: HttpResponseBase = problem(405, "Cette API se lit seulement.")
        response.headers["Allow"] = METHODS
        return response
    return fresh(request, lambda: _as_get(request, view, args, kwargs))


def _as_get(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    """Return what GET answers: what HEAD tells is the same, less the body."""
    method, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = method


def _preflight() -> HttpResponse:
    return HttpResponse(
        status=204,
        headers={
            "Allow": METHODS,
            "Access-Control-Allow-Methods": METHODS,
            "Access-Control-Allow-Headers": "Authorization, If-None-Match",
            "Access-Control-Max-Age": str(A_DAY),
            "Cache-Control": "no-store",
        },
    )


def _empty(response: HttpResponseBase) -> None:
    if isinstance(response, HttpResponse):
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
