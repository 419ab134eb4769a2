"""The other forms of a page that plugins declare in its head; one that raises is left out."""

import logging
from dataclasses import dataclass

from django.http import HttpRequest

from hub.content.models import BasePage
from hub.plugins import HeadLink
from hub.plugins.registry import contributed_head_links

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Alternate:
    """What a `<link rel="alternate">` says, beside the title of the page."""

    media_type: str
    address: str


def alternates(request: HttpRequest, page: BasePage, canonical: str) -> list[Alternate]:
    """Return the other forms of a page at its canonical address, in the order of their plugins."""
    links = contributed_head_links().declared
    found = ((one.media_type, _address(one, request, page, canonical)) for one in links)
    return [Alternate(media_type, address) for media_type, address in found if address]


def _address(link: HeadLink, request: HttpRequest, page: BasePage, canonical: str) -> str:
    try:
        return link.address(request, page, canonical)
    except Exception:
        owner = contributed_head_links().owners[link.name]
        logger.exception("Plugin “%s”: its link “%s” raises.", owner, link.name)
        return ""
