"""The server through which the site writes, as one address."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# smtp: in clear, for a server on the same machine; smtp+tls: STARTTLS; smtps: TLS from the start.
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed over, and how."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


def mail_server(address: str) -> MailServer:
    """Return the server of « smtp+tls://user:password@host:587 »; user and port may be left out.

    Raises ImproperlyConfigured, without the address, which may hold a password.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("HUB_EMAIL_URL is not an address.") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            f"HUB_EMAIL_URL must begin with one of {', '.join(PORTS)} and name a host: "
            "smtp+tls://user:password@smtp.example.org:587"
        )
    return MailServer(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+tls",
        tls=parts.scheme == "smtps",
    )
