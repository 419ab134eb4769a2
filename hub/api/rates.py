"""How much one visitor may ask: enough to build a site at once, too little to weigh on others.

Counted in the cache of the process, under digests that lead back to nobody: no address is kept. A
key of the admin (Wagtail's own API tokens, hashed and revocable) raises the limit, and opens
nothing else.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core.cache import caches
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.api.v3.auth import BearerTokenAuth

from hub.content.api.problems import problem
from hub.editing.lockout import address_of

WINDOW = 300  # seconds
ANONYMOUS, WITH_KEY = 3_000, 30_000  # requests in a window
SCHEME = "bearer "


class UnknownKeyError(Exception):
    """A key that does not exist, was revoked, or whose owner left."""


@dataclass(frozen=True)
class Rate:
    """What a visitor has asked in this window."""

    limit: int
    asked: int
    seconds: int  # until the next window

    @property
    def is_over(self) -> bool:
        """Whether this request is one too many."""
        return self.asked > self.limit

    def tell(self, response: HttpResponseBase) -> None:
        """Say what is left, in the headers that clients know."""
        response.headers["RateLimit-Limit"] = str(self.limit)
        response.headers["RateLimit-Remaining"] = str(max(0, self.limit - self.asked))
        response.headers["RateLimit-Reset"] = str(self.seconds)


def count(request: HttpRequest) -> Rate:
    """Count one more request of a visitor. Raises UnknownKeyError."""
    key = _key_of(request)
    who, limit = (f"key-{key}", WITH_KEY) if key else (address_of(request), ANONYMOUS)
    now = int(time.time())
    rates, name = caches["rates"], f"api:{now // WINDOW}:{who}"
    rates.add(name, 0, timeout=WINDOW)
    try:
        asked = rates.incr(name)
    except ValueError:  # thrown out of a full cache between the two
        asked = 1
    return Rate(limit, asked, WINDOW - now % WINDOW)


def too_many(rate: Rate) -> HttpResponseBase:
    """Return 429: when to come back, and how to ask for more."""
    response = problem(
        429,
        "Trop de demandes.",
        detail=f"{rate.limit} demandes sont possibles en cinq minutes. Revenez dans "
        f"{rate.seconds} secondes, ou demandez une clé.",
    )
    response.headers["Retry-After"] = str(rate.seconds)
    return response


def unknown_key() -> HttpResponseBase:
    """Return 401."""
    response = problem(401, "Cette clé n’existe pas, ou elle a été révoquée.")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _key_of(request: HttpRequest) -> int | None:
    """Return which key a visitor has, None without one. Raises UnknownKeyError."""
    given = request.headers.get("Authorization", "")
    if not given:
        return None
    if not given.lower().startswith(SCHEME):
        raise UnknownKeyError
    token = BearerTokenAuth().authenticate(request, given[len(SCHEME) :].strip())
    if token is None:
        raise UnknownKeyError
    found: int = token.pk
    return found
