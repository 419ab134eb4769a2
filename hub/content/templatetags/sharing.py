"""What helps a page to be shared, for templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from hub.content.social.qr import qr_code

register = template.Library()


@register.simple_tag
def qr(address: object) -> SafeString:
    """Inline QR code of an absolute address: `{% qr head.address %}`."""
    # The drawing holds nothing of the address but black and white.
    return mark_safe(qr_code(str(address)))  # noqa: S308
