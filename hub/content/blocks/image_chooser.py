"""An image chosen by the editor, with the text that stands for it here."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import AbstractImage, Filter

# The sizes that `hub/content/pictures.py` asks for: the two must agree, or each picture
# of a gallery costs its own query.
PICTURE_SIZES = Filter.expand_spec("format-{avif,webp,jpeg} width-{400,800,1200}")


def alternative_text(image: AbstractImage | None) -> str:
    """Return the text that stands for an image where it was chosen; empty when decorative."""
    if image is None or image.decorative:
        return ""
    return image.contextual_alt_text or ""


def prefetch_sizes(images: Iterable[AbstractImage | None], *sizes: str) -> None:
    """Read the renditions of all the images in these sizes (filter specs) in one query."""
    present = [image for image in images if image is not None]
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=sizes)
    # The attribute in which Wagtail looks before it asks the database.
    wanted = Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    prefetch_related_objects(present, wanted)


def with_sizes(field: str = "picture") -> Prefetch[str, Any, Any]:
    """Return how to read the picture of pages with the sizes that are shown, in two queries."""
    images = get_image_model().objects.order_by("pk")
    return Prefetch(field, images.prefetch_renditions(*PICTURE_SIZES))


def read_pictures(pages: Iterable[Any]) -> None:
    """Read the pictures of pages of any types, with the sizes that are shown, in two queries."""
    holders = [page for page in pages if getattr(page, "picture_id", None) and not _has_sizes(page)]
    if not holders:
        return
    keys = {page.picture_id for page in holders}
    images = get_image_model().objects.prefetch_renditions(*PICTURE_SIZES).in_bulk(keys)
    for page in holders:
        page.picture = images.get(page.picture_id)


def _has_sizes(page: Any) -> bool:
    """Tell whether the picture of a page was already read with the sizes that are shown."""
    is_read = page._meta.get_field("picture").is_cached(page)
    return is_read and hasattr(page.picture, "prefetched_renditions")


class PictureChooserBlock(ImageChooserBlock):
    """An image chooser that reads images and their renditions in two queries, however many."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[AbstractImage | None]:
        """Take primary keys; return the images, None for those that are gone."""
        images: list[AbstractImage | None] = super().bulk_to_python(list(values))
        prefetch_sizes(images, *PICTURE_SIZES)
        return images


class AccessibleImageBlock(ImageBlock):
    """An image that has an alternative text for its context, or is said to be decorative.

    One of both is asked for when the page is published, not when a draft is saved.
    """

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = PictureChooserBlock(required=required, label="Image")
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    class Meta:
        icon = "image"
        label = "Image"
