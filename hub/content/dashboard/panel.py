"""What a panel of the dashboard is made of; applications declare theirs with these classes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse

# Items of a list that the dashboard itself shows.
SHOWN = 5


def edit_page(page: Any) -> str:
    """Return the address at which a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def no_note(item: Any) -> str:
    """Say nothing beside an item."""
    return ""


def name_of(item: Any) -> str:
    """Return how editors know an item: a page by the title of its draft."""
    return str(getattr(item, "draft_title", "") or item)


@dataclass(frozen=True)
class WorkList:
    """Things that wait for an editor, with the address of each.

    `items` takes the user and returns, in order, only what this user may act upon. The list has
    a page of its own in the admin, under `slug`, where `empty` is said when nothing waits.
    """

    slug: str
    title: str
    empty: str
    items: Callable[[Any], QuerySet[Any]]
    link: Callable[[Any], str] = edit_page
    note: Callable[[Any], str] = no_note

    @property
    def url(self) -> str:
        """The page of the whole list."""
        return reverse("dashboard_list", args=[self.slug])

    def first(self, user: Any) -> tuple[list[Any], int]:
        """Return the first items and how many there are, in one query."""
        counted = self.items(user).annotate(waiting=Window(Count("pk")))
        items = list(counted[:SHOWN])
        return items, items[0].waiting if items else 0


@dataclass(frozen=True)
class DashboardPanel:
    """A title, why it matters, and what there is to do.

    With one list, the first items are shown; with several, how many each of them holds. Panels
    come by `order`; an urgent one stands out.
    """

    title: str
    why: str
    lists: tuple[WorkList, ...]
    order: int
    is_urgent: bool = False
