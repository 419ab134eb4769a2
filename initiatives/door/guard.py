"""What keeps machines out without asking anything of people: no cookie, no puzzle, no script.

A form carries a signed token: when it was made, for which form, and a number of its own. The token
replaces the CSRF cookie, which a mere visitor would otherwise get (docs/decisions/0012).
"""

import datetime
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone

SALT = "initiatives.door"
QUICKEST = datetime.timedelta(seconds=3)
SLOWEST = datetime.timedelta(days=1)
# Every field full, each character on three bytes, each byte written on three: with room to spare.
MOST_BYTES = 256 * 1024


@dataclass(frozen=True)
class Token:
    """A token that was ours, and how old it is."""

    nonce: str
    age: datetime.timedelta

    @property
    def is_too_young(self) -> bool:
        """Whether no person could have filled in the form since."""
        return self.age < QUICKEST


def new_token(purpose: str) -> str:
    """Return the token of a form that is shown now."""
    made = timezone.now().timestamp()
    return signing.dumps([purpose, secrets.token_urlsafe(16), made], salt=SALT)


def read_token(text: str, purpose: str) -> Token | None:
    """Return a token of ours for this purpose and less than a day old; else None."""
    try:
        told, nonce, made = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    age = datetime.timedelta(seconds=timezone.now().timestamp() - made)
    return Token(nonce, age) if told == purpose and age <= SLOWEST else None


def is_too_big(request: HttpRequest) -> bool:
    """Tell whether more is sent than the form could hold, before any of it is read."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Tell whether the browser says that another site sent the form.

    Browsers send `Origin` with every POST; an old one may send `Referer` alone, and a proxy that
    protects its users may send neither: the token then decides.
    """
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    if not said:
        return False
    ours = {urlsplit(one).netloc for one in settings.CSRF_TRUSTED_ORIGINS} | {request.get_host()}
    try:
        return urlsplit(said).netloc not in ours
    except ValueError:
        return True
