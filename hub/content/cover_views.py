"""Serves the landscape of a seed as a file of its own."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe

from hub.content.covers import draw_cover

ONE_YEAR = 31_536_000
# Opened on its own, the picture can load and run nothing.
COVER_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def _etag(request: HttpRequest, seed: str) -> str:
    return f'"{hashlib.sha256(draw_cover(seed).encode()).hexdigest()[:20]}"'


@require_safe
@condition(etag_func=_etag)
def cover(request: HttpRequest, seed: str) -> HttpResponse:
    """The SVG landscape of a seed; it never changes, so browsers may keep it a year."""
    return HttpResponse(
        draw_cover(seed),
        content_type="image/svg+xml",
        headers={
            "Cache-Control": f"public, max-age={ONE_YEAR}, immutable",
            "Content-Security-Policy": COVER_POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
