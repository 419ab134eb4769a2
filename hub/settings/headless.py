"""The address of a front end that shows the content in the place of our own pages."""

import os
import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"http": 80, "https": 443}
# What may stand in a header (RFC 9110), a domain in any alphabet being written in punycode.
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+")


def front_end_root(hub: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return HUB_HEADLESS_URL without a final slash, empty where our own pages are the site.

    It has no path: an address of the hub and that of the front end differ by their origin only.
    Raises ImproperlyConfigured, with the number `hub.E006`, for anything but such an address, and
    for that of the hub itself (`hub`), whose pages would then be asked not to be indexed.
    """
    given = environ.get("HUB_HEADLESS_URL", "").strip()
    if not given:
        return ""
    root = _root(given)
    if not root:
        raise ImproperlyConfigured(
            "(hub.E006) HUB_HEADLESS_URL must be an address such as https://www.example.org, "
            "without user, path or query."
        )
    if root == _root(hub):
        raise ImproperlyConfigured("(hub.E006) HUB_HEADLESS_URL must differ from HUB_URL.")
    return root


def _root(address: str) -> str:
    """Return scheme, host and port, in small letters; empty where the address has more or less."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in PORTS or not _HOST.fullmatch(host) or port == 0 or _has_more(parts):
        return ""
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + ("" if port in {None, PORTS[parts.scheme]} else f":{port}")


def _has_more(parts: SplitResult) -> bool:
    has_user = "@" in parts.netloc
    return has_user or parts.path not in {"", "/"} or bool(parts.query or parts.fragment)
