"""The image of a page for who describes it elsewhere, among those that are already made."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_renditions_or_not_found

from hub.content.addresses import hub_url
from hub.content.head import Narrowing, head_of_page
from hub.content.models import BasePage
from hub.content.pictures import FALLBACK, WIDTHS
from hub.content.surroundings import surroundings

Image = tuple[str, int, int]  # an absolute address, a width, a height


def thumbnail_of(
    request: HttpRequest, page: BasePage | None, widest: int, highest: int
) -> dict[str, object]:
    """Return the largest image of a page within limits, as oEmbed names it; empty where none fits.

    0 stands for no limit.
    """
    for address, width, height in _images(request, page) if page else ():
        if width <= (widest or width) and height <= (highest or height):
            return {
                "thumbnail_url": address,
                "thumbnail_width": width,
                "thumbnail_height": height,
            }
    return {}


def _images(request: HttpRequest, page: BasePage) -> Iterator[Image]:
    """Yield the image of shared links, then the picture of the page, the largest first."""
    shared = head_of_page(page, request, surroundings(request).identity, Narrowing()).image
    yield shared.address, shared.width, shared.height
    picture: AbstractImage | None = getattr(page, "picture", None)
    if picture is not None:
        specs = [f"format-{FALLBACK}|width-{width}" for width in sorted(WIDTHS, reverse=True)]
        for one in get_renditions_or_not_found(picture, specs).values():
            yield hub_url(one.url, request), one.width, one.height
