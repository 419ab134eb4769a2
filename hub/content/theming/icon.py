"""The icon of the site: an image of the programme, or a pin in its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.templatetags.static import static
from django.urls import reverse
from wagtail.images.shortcuts import get_rendition_or_not_found

from hub.content.theming.palette import complete
from hub.content.theming.tokens import LIGHT

if TYPE_CHECKING:
    from hub.content.models import SiteIdentity, SiteTheme

# The size that installed pages and bookmarks ask for; tabs reduce it.
ICON_SIZE = "fill-192x192|format-png"
STATIC_ICON = "site/favicon.svg"
# The pin of static/site/favicon.svg.
PIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<path d="M16 31C-1 15 5 1 16 1s17 14 0 30z" fill="#{pin}"/>'
    '<circle cx="16" cy="12" r="5" fill="#{dot}"/></svg>'
)


def draw_icon(pin: str, dot: str) -> str:
    """Return the icon as SVG; both colours are six hexadecimal digits."""
    return PIN.format(pin=pin, dot=dot)


def icon_address(identity: SiteIdentity, theme: SiteTheme | None) -> str:
    """Return the address of the icon: the image chosen, else the pin in the chosen colours."""
    if identity.icon:
        return str(get_rendition_or_not_found(identity.icon, ICON_SIZE).url)
    colours = complete(theme.palette if theme else {})["light"]
    pair = (colours["accent-fill"], colours["highlight"])
    if pair == (LIGHT["accent-fill"], LIGHT["highlight"]):
        return static(STATIC_ICON)
    return reverse("theming:icon", args=[colour.removeprefix("#") for colour in pair])
