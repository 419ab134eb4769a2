"""The address of the next part of a list."""

from __future__ import annotations

from django.http import HttpRequest

from hub.content.addresses import hub_url
from hub.content.api.cursors import PARAMETER


def next_address(request: HttpRequest, after: str) -> str | None:
    """Return the absolute address of the part that a cursor begins, None for none."""
    if not after:
        return None
    asked = request.GET.copy()
    asked[PARAMETER] = after
    return hub_url(f"{request.path}?{asked.urlencode()}", request)
