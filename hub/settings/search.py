"""The Elasticsearch servers of search, where there are some."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from hub.settings.number import whole_number

DEFAULT_PREFIX = "hub"
# What a visitor waits at most before the database answers instead.
DEFAULT_SECONDS = 0.5
MOST_SECONDS = 30.0
PORTS = {"http": 80, "https": 443}
_PREFIX = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class SearchServer:
    """Addresses without credentials, how we make ourselves known, and how indexes are made."""

    nodes: tuple[str, ...]
    user: str = ""
    password: str = ""
    api_key: str = ""
    ca: str = ""
    prefix: str = DEFAULT_PREFIX
    shards: int = 1
    replicas: int = 0
    seconds: float = DEFAULT_SECONDS


def search_server(environ: Mapping[str, str] = os.environ) -> SearchServer | None:
    """Return what the variables HUB_SEARCH_… say; None without HUB_SEARCH_URL.

    Raises ImproperlyConfigured, without the address, which may hold a password.
    """
    given = [one.strip() for one in environ.get("HUB_SEARCH_URL", "").split(",") if one.strip()]
    if not given:
        return None
    addresses = [_address(one) for one in given]
    names = {(one.username, one.password) for one in addresses if one.username}
    if len(names) > 1:
        raise ImproperlyConfigured("HUB_SEARCH_URL must give one user for all its servers.")
    user, password = names.pop() if names else ("", "")
    api_key = environ.get("HUB_SEARCH_API_KEY", "")
    if user and api_key:
        raise ImproperlyConfigured("HUB_SEARCH_URL has a user, HUB_SEARCH_API_KEY a key: keep one.")
    return SearchServer(
        nodes=tuple(_bare(one) for one in addresses),
        user=unquote(user or ""),
        password=unquote(password or ""),
        api_key=api_key,
        ca=_authority(environ.get("HUB_SEARCH_CA", ""), addresses),
        prefix=_prefix(environ.get("HUB_SEARCH_PREFIX") or DEFAULT_PREFIX),
        shards=whole_number("HUB_SEARCH_SHARDS", 1, environ=environ),
        replicas=whole_number("HUB_SEARCH_REPLICAS", 0, least=0, environ=environ),
        seconds=_seconds(environ.get("HUB_SEARCH_SECONDS") or str(DEFAULT_SECONDS)),
    )


def _address(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("HUB_SEARCH_URL is not a list of addresses.") from None
    if parts.scheme not in PORTS or not parts.hostname or port == 0 or parts.query:
        raise ImproperlyConfigured(
            "HUB_SEARCH_URL must hold addresses such as https://user:password@es.example.org:9200, "
            "separated by commas."
        )
    return parts


def _bare(parts: SplitResult) -> str:
    host = parts.netloc.rpartition("@")[2]
    port = "" if parts.port else f":{PORTS[parts.scheme]}"
    return f"{parts.scheme}://{host.removesuffix(':')}{port}{parts.path.rstrip('/')}"


def _authority(path: str, addresses: list[SplitResult]) -> str:
    if not path:
        return ""
    if any(one.scheme != "https" for one in addresses):
        raise ImproperlyConfigured("HUB_SEARCH_CA is given, but HUB_SEARCH_URL is not https.")
    if not Path(path).is_file():
        raise ImproperlyConfigured(f"HUB_SEARCH_CA: there is no file {path!r}.")
    return path


def _prefix(given: str) -> str:
    if not _PREFIX.fullmatch(given):
        raise ImproperlyConfigured(
            "HUB_SEARCH_PREFIX must be small letters, digits and hyphens, a letter first."
        )
    return given


def _seconds(given: str) -> float:
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= MOST_SECONDS:
        raise ImproperlyConfigured(f"HUB_SEARCH_SECONDS must lie between 0 and {MOST_SECONDS:.0f}.")
    return seconds
