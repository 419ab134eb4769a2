"""Answers `/sante/` before anything else of the site is asked.

An address like any other would first be looked for in the database, and refused under a name of
host that only the machine itself uses: health must be told when nothing else works.
"""

from collections.abc import Callable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponse, HttpResponseBase

from hub.content.freshness.middleware import has_session
from hub.operating.health.checks import PANEL
from hub.operating.health.findings import Findings, State, worst
from hub.security import is_staff

LIVE, READY = "/sante/vivant/", "/sante/"
ADDRESSES = frozenset({LIVE, READY})
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


class HealthMiddleware:
    """Tells who asks whether the process lives, and whether the site can serve."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the two addresses; leave all others to the site."""
        if request.path_info not in ADDRESSES:
            return self.get_response(request)
        response = _answer(request)
        # The line of the request says it; Django would write another at each probe.
        response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if request.path_info == LIVE:
        return JsonResponse({"status": State.OK})
    findings = PANEL.findings()
    state = worst(findings)
    told: dict[str, object] = {
        "status": state,
        "checks": {name: one.state for name, one in findings.items()},
    }
    if _may_read_more(request, findings):
        told["details"] = {name: one.words for name, one in findings.items()}
    return JsonResponse(
        told, status=503 if state == State.DOWN else 200, json_dumps_params={"ensure_ascii": False}
    )


def _may_read_more(request: HttpRequest, findings: Findings) -> bool:
    """Tell whether staff asks; without a database nobody knows."""
    if not has_session(request) or findings["database"].state != State.OK:
        return False
    SessionMiddleware(_nothing).process_request(request)
    AuthenticationMiddleware(_nothing).process_request(request)
    return is_staff(request)


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
