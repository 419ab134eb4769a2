"""Who may try to sign in, and what is said to who tried too often: docs/security.md.

django-axes counts and locks; this says what it counts by, and words its answer.
"""

import ipaddress
import math
import unicodedata
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from hub.security import visitor_address

SALT = "hub.editing.lockout"
# An IPv6 address of the range that is reserved for private networks, so that it is nobody's.
PRIVATE_RANGE = 0xFD


def name_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return the user name that is tried, whatever its case and its way of writing an accent."""
    given = (credentials or request.POST).get("username") or ""
    return folded(str(given))


def folded(name: str) -> str:
    """Return a user name as attempts are kept under it; longer names share their beginning."""
    return unicodedata.normalize("NFKC", name).replace("\0", "").strip().casefold()[:255]


def address_of(request: HttpRequest) -> str:
    """Return an address that stands for the visitor's, as axes asks for one to store.

    It is made of a keyed digest: it tells one visitor from another and leads back to nobody, so
    that no address is kept. A whole /64 of IPv6 is one visitor, since any household has one.
    """
    given = visitor_address(request)
    known = str(given)
    if isinstance(given, ipaddress.IPv6Address):
        known = str(ipaddress.ip_network((given, 64), strict=False))
    digest = salted_hmac(SALT, known, algorithm="sha256").digest()
    return str(ipaddress.IPv6Address(bytes([PRIVATE_RANGE]) + digest[:15]))


def answer(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Say that there were too many attempts, the same whether the account exists or not."""
    wait = settings.AXES_COOLOFF_TIME
    context = {"minutes": math.ceil(wait.total_seconds() / 60)}
    locked = render(request, "editing/locked_out.html", context, status=429)
    locked.headers["Retry-After"] = str(int(wait.total_seconds()))
    locked.headers["Cache-Control"] = "private, no-store"
    return locked


def unlock(name: str) -> int:
    """Forget the failed attempts of a user name, from everywhere; return how many rows."""
    return AccessAttempt.objects.filter(username=folded(name)).delete()[0]
