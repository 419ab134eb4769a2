"""What a list says of each of its pages as linked data: no more questions for many than for one."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from hub.plugins import Selection
from initiatives.models import EventPage, InitiativePage
from initiatives.querysets import HISTORY
from initiatives.related_data import named
from initiatives.structured_data import event_json_ld, initiative_json_ld


def read_items(pages: Any) -> Any:
    """Add to pages of one type what their items say, without their bodies."""
    pages = pages.defer_streamfields()
    if pages.model is InitiativePage:
        terms, carriers = "characterisations__tag", "organisation_links__organisation"
        return pages.prefetch_related(terms, carriers, *HISTORY)
    if pages.model is EventPage:
        return pages.prefetch_related("organisation_links__organisation")
    return pages


def item_of(page: Any, selection: Selection) -> dict[str, Any]:
    """Return a page as an item: what it is, its dates and, for fiches and events, all they say."""
    item = named(page, selection.request) | _dates(page)
    item["description"] = getattr(page, "summary", "") or page.search_description
    if isinstance(page, InitiativePage):
        item |= {"mainEntityOfPage": item.pop("url")} | initiative_json_ld(page, selection.request)
    elif isinstance(page, EventPage):
        item |= event_json_ld(page)
    return {name: value for name, value in item.items() if value}


def _dates(page: Any) -> dict[str, Any]:
    """Return when it was published, for what schema.org counts among works."""
    if isinstance(page, InitiativePage | EventPage):
        return {}
    moments = {"datePublished": page.first_published_at, "dateModified": page.last_published_at}
    return {
        name: timezone.localtime(moment).isoformat() for name, moment in moments.items() if moment
    }
