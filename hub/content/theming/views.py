"""Serves what a theme is made of: the stylesheet, uploaded fonts, the icon."""

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hub.content.models.theme import SiteTheme
from hub.content.theming.fonts import FontStorage, font_name
from hub.content.theming.icon import draw_icon
from hub.content.theming.stylesheet import digest, stylesheet

FOREVER = "public, max-age=31536000, immutable"
SOON_STALE = "public, max-age=60"
# Opened on its own, the picture can load and run nothing.
INERT = {"Content-Security-Policy": "default-src 'none'"}


@require_safe
def theme_stylesheet(request: HttpRequest, asked: str) -> HttpResponse:
    """The stylesheet of the site, kept for a year under its own digest.

    A page kept in a cache may ask for that of another day: it gets today's, for a minute.
    """
    text = stylesheet(SiteTheme.for_visitor(request))
    return HttpResponse(
        text,
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": FOREVER if digest(text) == asked else SOON_STALE},
    )


@require_safe
def font(request: HttpRequest, asked: str) -> FileResponse:
    """An uploaded font; its content never changes at its address."""
    try:
        file = FontStorage().open(font_name(asked))
    except (FileNotFoundError, SuspiciousFileOperation) as missing:
        raise Http404 from missing
    return FileResponse(file, content_type="font/woff2", headers=INERT | {"Cache-Control": FOREVER})


@require_safe
def icon(request: HttpRequest, pin: str, dot: str) -> HttpResponse:
    """The icon in two colours; it never changes."""
    return HttpResponse(
        draw_icon(pin, dot),
        content_type="image/svg+xml",
        headers=INERT | {"Cache-Control": FOREVER},
    )
