"""Videos, for templates."""

from django import template
from django.utils.safestring import SafeString

from hub.content.video.facade import render_address

register = template.Library()


@register.simple_tag
def video_at(address: object) -> SafeString:
    """The facade of the video of an address: `{% video_at embed.url %}`."""
    return render_address(str(address))
