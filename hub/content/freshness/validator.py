"""The validator of an address: what a browser gives back to ask whether its copy still holds."""

import hashlib

from django.http import HttpRequest
from django.utils import timezone

from hub.content.freshness.release import release
from hub.content.theming.own_sheet import own_sheet


def validator(request: HttpRequest, version: str) -> str:
    """Return the weak ETag that this address has as long as the content has this version.

    Weak, so that it holds whatever the compression (RFC 9110, section 8.8.1). The day is that of
    the programme: what is coming, past or expired changes at its midnight. The address is all of
    it, since pages print their own. A part of a page, as htmx asks for it, is another answer.
    """
    day = timezone.localdate(timezone=timezone.get_default_timezone())
    address = request.build_absolute_uri()
    part = request.headers.get("HX-Request", "")
    parts = [version, day.isoformat(), release(), own_sheet().digest, address, part]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f'W/"{digest[:24]}"'


def already_has(request: HttpRequest, etag: str) -> bool:
    """Tell whether `If-None-Match` holds this ETag, by weak comparison (section 13.1.2).

    `*` is not answered here: it asks whether the page exists, which only its view knows.
    """
    return etag.removeprefix("W/") in request.headers.get("If-None-Match", "")
