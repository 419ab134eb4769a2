"""Documents to download, for templates."""

from django import template
from wagtail.models import Page

from hub.content.document_links import describe_links
from hub.content.equivalents import equivalent_of
from hub.content.models.document import HubDocument

register = template.Library()

register.filter("described", describe_links)


@register.filter
def equivalent(document: HubDocument | None) -> Page | None:
    """The page that says the same as a document: `{% with page=file|equivalent %}`."""
    return equivalent_of(document)
