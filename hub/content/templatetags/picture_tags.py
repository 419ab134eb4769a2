"""Pictures of pages, for templates."""

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

from hub.content.pictures import picture_html

register = template.Library()


@register.simple_tag
def page_picture(
    picture: AbstractImage | None, seed: object, alt: str = "", sizes: str = "", eager: bool = False
) -> SafeString:
    """A picture or its landscape: `{% page_picture page.picture page.slug sizes="20rem" %}`."""
    return picture_html(picture, str(seed), alt, sizes, eager=eager)
