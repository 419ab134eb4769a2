"""From a frame to the site."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

from hub.content.addresses import hub_root, hub_url


def way_out(address: str, request: HttpRequest) -> str:
    """Return the address of the hub that leads to one of the site that people read.

    WordPress follows a link of a frame on the host of the frame only, and the site may have
    another host than the hub.
    """
    parts = urlsplit(address)
    if parts.netloc == urlsplit(hub_root(request)).netloc:
        return address
    asked = f"?{parts.query}" if parts.query else ""
    return hub_url(f"{reverse('integration:leave')}{parts.path.lstrip('/')}{asked}", request)
