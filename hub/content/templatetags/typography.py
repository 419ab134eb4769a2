"""French typography, for templates. A builtin of the engine: nothing to load."""

from html import unescape

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from hub.content import typography

register = template.Library()


@register.filter
def french(value: object) -> SafeString:
    """Set a text or a trusted fragment of HTML: `{{ page.title|french }}`.

    A plain text is escaped; its ordinals are raised. Nothing is printed for None.
    """
    if value is None:
        return SafeString("")
    if hasattr(value, "__html__"):
        return typography.french_html(str(value.__html__()))
    return typography.french_markup(str(value))


@register.filter
def french_plain(value: object) -> str:
    """Set a text where no tag may stand: `<title>`, `alt`, `content`, `aria-label`."""
    if value is None:
        return ""
    if hasattr(value, "__html__"):
        return typography.french(unescape(strip_tags(str(value.__html__()))))
    return typography.french(str(value))
