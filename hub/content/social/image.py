"""Opens an image of the library at the size that a card needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage


def opened(image: AbstractImage | None, size: str, mode: str) -> Image.Image | None:
    """Return an image in a mode of Pillow; None without one, or where its file is gone or broken.

    `size` is a specification of Wagtail.
    """
    if image is None:
        return None
    try:
        with image.get_rendition(size).file.open() as file:
            return Image.open(file).convert(mode)
    except (OSError, SourceImageIOError, InvalidFilterSpecError):
        return None
