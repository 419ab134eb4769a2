"""Real content for the previews of the block menu, where the site has any."""

from typing import Any

from django.apps import apps
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

_HOME_DEPTH = 2


def image(alt: str) -> Any:
    """Return the oldest image of the site under an alternative text, None on an empty site."""
    found = get_image_model().objects.order_by("pk").first()
    if found is not None:
        found.contextual_alt_text = alt
    return found


def document() -> Any:
    """Return the oldest document of the site, None on an empty site."""
    return get_document_model().objects.order_by("pk").first()


def pages(number: int) -> list[Any]:
    """Return so many pages that the public may see, the home page left out."""
    from hub.content.models.page import visible_pages  # the models use blocks themselves

    found = visible_pages().filter(depth__gt=_HOME_DEPTH)
    return list(found.defer_streamfields().specific()[:number])


def first(model: str) -> Any:
    """Return the first object of a model given as `app.Model`, None where there is none."""
    return apps.get_model(model).objects.order_by("pk").first()
