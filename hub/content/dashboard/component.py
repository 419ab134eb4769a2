"""The dashboard as the home of the admin shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from hub.content.dashboard.isolation import isolated
from hub.content.dashboard.panel import (
    DashboardPanel,
    WorkList,
    address_of,
    first_of,
    link_of,
    name_of,
    note_of,
)
from hub.content.dashboard.registry import dashboard


@dataclass(frozen=True)
class Row:
    """One thing to do, as it is shown."""

    name: str
    url: str
    note: str


@dataclass(frozen=True)
class ReadList:
    """A list as read for a user: its first rows, and how many there are in all."""

    declared: WorkList
    rows: list[Row]
    total: int

    @property
    def url(self) -> str:
        """The page of the whole list."""
        return address_of(self.declared)


@dataclass(frozen=True)
class ReadPanel:
    """A panel as read for a user."""

    declared: DashboardPanel
    lists: list[ReadList]

    @property
    def total(self) -> int:
        """How many things wait, all lists together."""
        return sum(one.total for one in self.lists)

    @property
    def only(self) -> ReadList | None:
        """Its list, where it has one alone."""
        return self.lists[0] if len(self.lists) == 1 else None

    @property
    def heading(self) -> str:
        """The title; with how many there are, where that is one list."""
        is_counted = self.only is not None and not self.declared.is_urgent
        return f"{self.declared.title} ({self.total})" if is_counted else self.declared.title

    @property
    def icon(self) -> str:
        """The drawing before the heading."""
        return "warning" if self.declared.is_urgent else "list-ul"

    @property
    def classname(self) -> str:
        """The classes of the panel: Wagtail's, and ours for one that stands out."""
        urgent = " dashboard-urgent" if self.declared.is_urgent else ""
        return f"w-panel--dashboard{urgent}"

    @property
    def identifier(self) -> str:
        """Its name in the page."""
        return f"a-faire-{self.lists[0].declared.slug}"


def read_list(declared: WorkList, user: Any) -> ReadList:
    """Return what waits in a list for this user."""
    items, total = first_of(declared, user)
    rows = [Row(name_of(one), link_of(declared, one), note_of(declared, one)) for one in items]
    return ReadList(declared, rows, total)


def read_panel(declared: DashboardPanel, user: Any) -> ReadPanel | None:
    """Return a panel as it is for this user; None, and a line in the log, where its plugin raises.

    Raises what a panel of ours raises.
    """
    return isolated(
        declared.lists,
        lambda: ReadPanel(declared, [read_list(one, user) for one in declared.lists]),
    )


class Dashboard(Component):
    """All panels in which something waits for the user, else one sentence."""

    template_name = "content/admin/dashboard.html"
    order = 100

    @property
    def media(self) -> Media:
        """Its style."""
        return Media(css={"all": ["content/dashboard.css"]})

    def get_context_data(
        self, parent_context: Mapping[str, Any] | None = None
    ) -> Mapping[str, Any]:
        """Return the panels to show, and whether nothing at all is to be done."""
        user = (parent_context or {})["request"].user
        read = [read_panel(panel, user) for panel in dashboard.panels()]
        waiting = [panel for panel in read if panel and panel.total]
        return {"panels": waiting, "is_quiet": not waiting and not _has_to_moderate(user)}


def _has_to_moderate(user: Any) -> bool:
    """Whether Wagtail's own panel, which stands below, has something for the user."""
    return bool(TaskState.objects.reviewable_by(user).exists())
