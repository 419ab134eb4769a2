"""How an editor of another site finds the description of a page, from its address alone."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from hub.content.addresses import hub_url
from hub.plugins import HeadLink

MEDIA_TYPE = "application/json+oembed"


def description_address(request: HttpRequest, page: Any, canonical: str) -> str:
    """Return the address at which the page is described."""
    asked = urlencode({"url": canonical, "format": "json"})
    return hub_url(f"{reverse('oembed')}?{asked}", request)


OEMBED = HeadLink("integration_oembed", MEDIA_TYPE, description_address)
