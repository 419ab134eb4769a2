"""What is wrong with the settings of the territory."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security)
def geocoder_address(**_: Any) -> list[checks.CheckMessage]:
    """Refuse an address of the geocoder that is no plain web address: hub.E202."""
    address = settings.HUB_GEOCODER_URL
    if not address or _is_plain(address):
        return []
    return [
        checks.Error(
            "HUB_GEOCODER_URL is not the address of a geocoder.",
            hint="Write it whole and without a question: https://data.geopf.fr/geocodage/search",
            id="hub.E202",
        )
    ]


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0
    return is_web and not (parts.query or parts.fragment or parts.username or parts.password)
