"""One line for each request: what was asked, the answer, how long it took. Never who asked."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

from hub.operating.health.middleware import ADDRESSES

logger = logging.getLogger("hub.requests")

SLOW = 2.0  # seconds
PAGES = "wagtail_serve"
UNKNOWN = "(inconnue)"


class RequestLogMiddleware:
    """Stands first, so that it sees every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Have the request answered, and write its line."""
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        status = response.status_code
        level = _level(request, status, seconds)
        if logger.isEnabledFor(level):
            path, ms = shown_path(request, status), round(seconds * 1000, 1)
            told = {"method": request.method, "path": path, "status": status, "ms": ms}
            logger.log(level, "%s %s %s %s ms", request.method, path, status, ms, extra=told)
        return response


def shown_path(request: HttpRequest, status: int) -> str:
    """Return the address without what a visitor may have put into it.

    That of a page that exists, and of a static file, is told; of any other, the pattern: it may
    hold the secret of a preview link, or the name of a document.
    """
    path = request.path_info
    if path in ADDRESSES:
        return path
    if path.startswith("/" + settings.STATIC_URL.strip("/") + "/") and status < 400:
        return path
    match = request.resolver_match or _match(path)
    if match is None:
        return UNKNOWN
    if match.url_name == PAGES:
        return path if status < 400 else "(page)"
    return "/" + match.route if match.args or match.kwargs else path


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _level(request: HttpRequest, status: int, seconds: float) -> int:
    if status >= 500:
        return logging.ERROR
    if seconds > SLOW:
        return logging.WARNING
    return logging.DEBUG if request.path_info in ADDRESSES else logging.INFO
