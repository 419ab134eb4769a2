"""The look of the programme, for the frame of every page.

    {% theme_stylesheet as theme_css %}   its stylesheet, or "" where nothing differs
    {% theme_colours as colours %}        colours.light, colours.dark: those of the browser's frame
    {% theme_title_font as title_font %}  the file that draws titles, or "" where none does
    {% theme_icon as icon %}              the icon: its own image, or a pin in its colours

All read the same row, once per request.
"""

from dataclasses import dataclass

from django import template
from django.template import Context

from hub.content.models.theme import SiteTheme
from hub.content.surroundings import surroundings
from hub.content.theming.icon import icon_address
from hub.content.theming.palette import complete
from hub.content.theming.stylesheet import address, title_font_address

register = template.Library()


@dataclass(frozen=True)
class FrameColours:
    """What `<meta name="theme-color">` says, by colour scheme."""

    light: str
    dark: str


@register.simple_tag(takes_context=True)
def theme_stylesheet(context: Context) -> str:
    """The address of the stylesheet of the programme, or an empty text."""
    return address(SiteTheme.for_visitor(context["request"]))


@register.simple_tag(takes_context=True)
def theme_colours(context: Context) -> FrameColours:
    """The ground of the pages, in the light and in the dark scheme."""
    colours = complete(_palette(context))
    return FrameColours(colours["light"]["paper"], colours["dark"]["paper"])


@register.simple_tag(takes_context=True)
def theme_title_font(context: Context) -> str:
    """The address of the file that draws the titles, to load early, or an empty text."""
    return title_font_address(SiteTheme.for_visitor(context["request"]))


@register.simple_tag(takes_context=True)
def theme_icon(context: Context) -> str:
    """The address of the icon of the site."""
    request = context["request"]
    return icon_address(surroundings(request).identity, SiteTheme.for_visitor(request))


def _palette(context: Context) -> dict[str, dict[str, str]]:
    theme = SiteTheme.for_visitor(context["request"])
    return theme.palette if theme else {}
