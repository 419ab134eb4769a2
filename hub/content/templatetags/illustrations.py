"""Pictures drawn by the site, for templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from hub.content.covers import cover_address, draw_poster

register = template.Library()


@register.simple_tag
def cover_url(seed: object) -> str:
    """Path of the landscape of a seed: `<img src="{% cover_url page.slug %}" alt="">`."""
    return cover_address(str(seed))


@register.simple_tag
def drawn_poster(title: object, seed: object) -> SafeString:
    """Inline 16:9 picture carrying a title: `{% drawn_poster facade.title facade.video.id %}`."""
    # The drawing escapes the title; everything else in it is ours.
    return mark_safe(draw_poster(str(title), str(seed)))  # noqa: S308
