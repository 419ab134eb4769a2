"""Makes the sizes of an image when it arrives, so that no visitor waits for them."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task

from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.head import SOCIAL_SIZE
from hub.content.models import HubImage

STANDARD_SIZES = (*PICTURE_SIZES, SOCIAL_SIZE)


@task()
def make_standard_sizes(image_key: int) -> None:
    """Make what the templates ask of a picture; nothing for an image that is gone."""
    image = HubImage.objects.filter(pk=image_key).first()
    if image is not None:
        image.get_renditions(*STANDARD_SIZES)


@receiver(post_save, sender=HubImage)
def make_sizes_of_a_new_file(
    sender: type[HubImage], instance: HubImage, created: bool, **kwargs: Any
) -> None:
    """Ask for the sizes once the image is stored; Wagtail drops the old ones of a changed file."""
    update_fields = kwargs.get("update_fields")
    if update_fields is not None and "file" not in update_fields:
        return
    transaction.on_commit(lambda: make_standard_sizes.enqueue(instance.pk))
