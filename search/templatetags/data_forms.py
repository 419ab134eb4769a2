"""The other forms of what is shown, for templates."""

from urllib.parse import urlsplit

from django import template
from django.template.context import Context

from hub.content.addresses import hub_url
from hub.plugins.registry import contributed_representations
from search.representations.offered import Offer, offers_of_page

register = template.Library()


@register.simple_tag(takes_context=True)
def data_forms(context: Context) -> list[Offer]:
    """The forms of the `page` of the tree that is shown: `{% data_forms as offered %}`."""
    page = context["page"]
    address = page.get_url(context["request"])  # none for a page that was never saved
    is_open = getattr(page, "is_known_open", True)  # what is private has no other form
    return offers_of_page(page, urlsplit(address).path) if address and is_open else []


@register.simple_tag
def has_form(suffix: str) -> bool:
    """Whether the site has forms of this suffix at all: `{% has_form "ics" as has_calendars %}`."""
    return suffix in contributed_representations().owners


@register.simple_tag(takes_context=True)
def webcal(context: Context, address: str) -> str:
    """The address that a calendar application subscribes to: `{% webcal form.address %}`."""
    return f"webcal:{hub_url(address, context['request']).partition(':')[2]}"
