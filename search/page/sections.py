"""What plugins add under a list of results; one that raises is left out of the page."""

import logging

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from hub.plugins import ListSection, ShownList
from hub.plugins.registry import contributed_list_sections

logger = logging.getLogger(__name__)


def list_sections(shown: ShownList) -> list[SafeString]:
    """Return the HTML of the sections of a list, in the order of their plugins."""
    sections = contributed_list_sections().declared
    possible = [one for one in sections if shown.kinds and shown.kinds <= one.kinds]
    return [html for html in (_isolated(one, shown) for one in possible) if html]


def _isolated(section: ListSection, shown: ShownList) -> SafeString:
    try:
        return render_to_string(section.template, dict(section.context(shown)))
    except Exception:
        owner = contributed_list_sections().owners[section.name]
        logger.exception("Plugin “%s”: its section “%s” raises.", owner, section.name)
        return SafeString()
