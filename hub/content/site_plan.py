"""The plan of the site: two levels of its tree, long lists left folded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hub.content.models.page import visible_pages

if TYPE_CHECKING:
    from wagtail.models import Page

# A list of fiches is read in its own index, not in the plan.
LONGEST_UNFOLDED = 30


@dataclass
class PlanEntry:
    """A page of the first level, and the pages under it unless they are too many."""

    page: Page
    children: list[Page] = field(default_factory=list)

    @property
    def is_folded(self) -> bool:
        """Whether its pages are counted instead of listed."""
        return bool(self.page.numchild > LONGEST_UNFOLDED)


def plan_under(root: Page) -> list[PlanEntry]:
    """Return the visible pages under the home page, in the order of the tree, in few queries."""
    below = visible_pages().descendant_of(root)
    entries = {page.path: PlanEntry(page) for page in below.filter(depth=root.depth + 1)}
    second = below.filter(depth=root.depth + 2)
    for path, entry in entries.items():
        if entry.is_folded:
            second = second.exclude(path__startswith=path)
    for page in second:
        parent = entries.get(page.path[: -page.steplen])
        if parent is not None:
            parent.children.append(page)
    return list(entries.values())
