"""The icon of the site in the colours of the programme."""

from collections.abc import Mapping

from django.templatetags.static import static
from django.urls import reverse

from hub.content.theming.palette import complete
from hub.content.theming.tokens import LIGHT

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


def icon_address(palette: Mapping[str, Mapping[str, str]]) -> str:
    """Return the address of the icon in these colours: the file of the site where they are its."""
    colours = complete(palette)["light"]
    pair = (colours["accent-fill"], colours["highlight"])
    if pair == (LIGHT["accent-fill"], LIGHT["highlight"]):
        return static(STATIC_ICON)
    return reverse("theming:icon", args=[colour.removeprefix("#") for colour in pair])
