"""What a panel of the dashboard is made of; applications declare theirs with these classes."""

from typing import Any

from django.db.models import Count, Window
from django.urls import reverse

from hub.plugins import DashboardPanel, WorkList

__all__ = ["DashboardPanel", "WorkList", "address_of", "first_of", "link_of", "name_of", "note_of"]

# Items of a list that the dashboard itself shows.
SHOWN = 5


def name_of(item: Any) -> str:
    """Return how editors know an item: a page by the title of its draft."""
    return str(getattr(item, "draft_title", "") or item)


def link_of(declared: WorkList, item: Any) -> str:
    """Return where one acts upon an item: what its list says, else the editor of its page."""
    if declared.link is not None:
        return declared.link(item)
    return reverse("wagtailadmin_pages:edit", args=[item.pk])


def note_of(declared: WorkList, item: Any) -> str:
    """Return what is said beside an item, if anything."""
    return declared.note(item) if declared.note is not None else ""


def address_of(declared: WorkList) -> str:
    """Return the page of a whole list."""
    return reverse("dashboard_list", args=[declared.slug])


def first_of(declared: WorkList, user: Any) -> tuple[list[Any], int]:
    """Return the first items of a list and how many there are, in one query."""
    counted = declared.items(user).annotate(waiting=Window(Count("pk")))
    items = list(counted[:SHOWN])
    return items, items[0].waiting if items else 0
