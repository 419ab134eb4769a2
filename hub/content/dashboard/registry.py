"""The panels of the dashboard: declared while applications load, closed once they are read."""

from hub.plugins import DashboardPanel, WorkList
from hub.plugins.registry import contributed_panels


class Registry:
    """Our panels and those of the plugins by their order, and all lists by their slugs."""

    def __init__(self) -> None:
        self._panels: list[DashboardPanel] = []
        self._lists: dict[str, WorkList] = {}
        self._is_closed = False

    def register(self, *panels: DashboardPanel) -> None:
        """Add panels of ours.

        Raises ValueError for a slug in use or that might be a plugin's, RuntimeError once they
        were read.
        """
        if self._is_closed:
            raise RuntimeError("The dashboard is closed: declare its panels in wagtail_hooks.")
        for panel in panels:
            for one in panel.lists:
                if one.slug in self._lists:
                    raise ValueError(f"The dashboard has a list {one.slug!r} already.")
                if "_" in one.slug:
                    raise ValueError(f"Only plugins have an underscore in a slug: {one.slug!r}.")
                self._lists[one.slug] = one
            self._panels.append(panel)

    def panels(self) -> list[DashboardPanel]:
        """Return all panels in their order."""
        self._is_closed = True
        all_panels = [*self._panels, *contributed_panels().declared]
        return sorted(all_panels, key=lambda panel: panel.order)

    def work_list(self, slug: str) -> WorkList | None:
        """Return the list of this slug, or None."""
        self._is_closed = True
        brought = {one.slug: one for panel in contributed_panels().declared for one in panel.lists}
        return self._lists.get(slug) or brought.get(slug)


dashboard = Registry()
