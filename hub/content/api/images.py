"""Images as JSON: the sizes that are made for the site, with what is said of the image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition

from hub.content.api.context import ApiContext
from hub.content.api.schemas import ImageJson, RenditionJson
from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.collections import open_to_public
from hub.content.pictures import offered_renditions
from hub.content.surroundings import surroundings


def read_images(keys: Sequence[int], ctx: ApiContext) -> Mapping[int, AbstractImage]:
    """Return the images of these keys with their sizes, those of private collections left out."""
    images = get_image_model().objects.select_related("collection")
    found = images.prefetch_renditions(*PICTURE_SIZES).in_bulk(list(keys))
    public = open_to_public(found.values(), surroundings(ctx.request).closed_collections)
    return {key: image for key, image in found.items() if key in public}


def image_json(
    image: AbstractImage | None, ctx: ApiContext, alt: str = "", credit: str = ""
) -> ImageJson | None:
    """Return an image that was read with its sizes; None for none.

    `alt` is what stands for it where it is shown, empty when it is decorative there; `credit` is
    that of the image unless another one is given.
    """
    if image is None:
        return None
    renditions = [_rendition_json(kind, one, ctx) for kind, one in offered_renditions(image)]
    largest = renditions[-1]  # in the format that everything reads
    return {
        "url": largest["url"],
        "width": largest["width"],
        "height": largest["height"],
        "alt": alt,
        "description": image.description,
        "credit": credit or image.credit,
        "renditions": renditions,
    }


def _rendition_json(kind: str, rendition: AbstractRendition, ctx: ApiContext) -> RenditionJson:
    return {
        "url": ctx.absolute(rendition.url),
        "width": rendition.width,
        "height": rendition.height,
        "media_type": kind,
    }
