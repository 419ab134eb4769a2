"""What plugins add to our pages at their places; one that raises is left out of its page."""

import logging

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from hub.content.models import BasePage
from hub.plugins import PageSection, Place
from hub.plugins.registry import contributed_sections

logger = logging.getLogger(__name__)


def sections_at(place: Place, page: BasePage) -> SafeString:
    """Return the HTML of all sections of a place on a page, in the order of their plugins."""
    sections = contributed_sections().at(place)
    return format_html_join("\n", "{}", ((_isolated(section, page),) for section in sections))


def section_html(section: PageSection, page: BasePage) -> SafeString:
    """Return the HTML of a section; raises whatever its plugin raises."""
    given = section.context(page) if section.context else {}
    return render_to_string(section.template, {"page": page, **given})


def _isolated(section: PageSection, page: BasePage) -> SafeString:
    try:
        html: SafeString = page.kept(("section", section.name), lambda: section_html(section, page))
    except Exception:
        owner = contributed_sections().owners[section.name]
        logger.exception("Plugin “%s”: its section “%s” raises.", owner, section.name)
        return SafeString()
    return html
