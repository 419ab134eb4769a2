"""The script that a partner's page loads. Its address never changes, nor what it reads."""

import hashlib
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

SCRIPT = Path(__file__).parent / "host.js"
KEPT = "public, max-age=3600, stale-while-revalidate=86400"


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """Serve it to any site; a browser keeps it for an hour, then asks whether it still holds."""
    text, etag = _script()
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = KEPT
    response.headers["ETag"] = etag
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, etag=etag, response=response) or response


@cache
def _script() -> tuple[str, str]:
    text = SCRIPT.read_text(encoding="utf-8")
    return text, f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'
