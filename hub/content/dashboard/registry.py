"""The panels of the dashboard: declared while applications load, closed once they are read."""

from hub.content.dashboard.panel import DashboardPanel, WorkList


class Registry:
    """Panels by their order, and lists by their slugs."""

    def __init__(self) -> None:
        self._panels: list[DashboardPanel] = []
        self._lists: dict[str, WorkList] = {}
        self._is_closed = False

    def register(self, *panels: DashboardPanel) -> None:
        """Add panels; raises ValueError for a slug in use, RuntimeError once they were read."""
        if self._is_closed:
            raise RuntimeError("The dashboard is closed: declare its panels in wagtail_hooks.")
        for panel in panels:
            for one in panel.lists:
                if one.slug in self._lists:
                    raise ValueError(f"The dashboard has a list {one.slug!r} already.")
                self._lists[one.slug] = one
            self._panels.append(panel)

    def panels(self) -> list[DashboardPanel]:
        """Return all panels in their order."""
        self._is_closed = True
        return sorted(self._panels, key=lambda panel: panel.order)

    def work_list(self, slug: str) -> WorkList | None:
        """Return the list of this slug, or None."""
        self._is_closed = True
        return self._lists.get(slug)


dashboard = Registry()
