"""The life of an initiative on one line: recensée, lauréate, témoignage, vérifiée."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.content.text import day_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.models import Page

    from initiatives.models import InitiativePage


@dataclass(frozen=True)
class Milestone:
    """One step: what happened, when (as printed), a detail, and where to read more."""

    order: tuple[int, int, int]
    label: str
    when: str
    detail: str = ""
    page: Any = None


def timeline(initiative: InitiativePage, pages: Iterable[Page]) -> list[Milestone]:
    """Return the steps of an initiative in order; `pages` are those that point at it.

    A year without a day sorts before the days of that year, except the spotting, always first.
    """
    steps = [Milestone((0, 0, 0), "Recensée", str(initiative.year or ""))]
    for result in initiative.results:
        day = result.awarded_on
        detail = ", ".join(filter(None, (result.category, result.mention)))
        label = f"{result.get_stage_display()} du prix {result.year}"
        when = day_label(day) if day else ""
        order = (day.year, day.month, day.day) if day else (result.year, 0, 0)
        steps.append(Milestone(order, label, when, detail))
    steps += [_page_step(page) for page in pages]
    for check in initiative.checks_done:
        day = check.verified_on
        steps.append(
            Milestone((day.year, day.month, day.day), "Vérifiée", day_label(day), check.changes)
        )
    return sorted(steps, key=lambda step: step.order)


def _page_step(page: Page) -> Milestone:
    day = getattr(page, "published_on", None) or _first_published(page)
    label = TESTIMONY_LABELS.get(page._meta.model_name or "", "Citée")
    if day is None:
        return Milestone((9999, 0, 0), label, "", page.title, page)
    return Milestone((day.year, day.month, day.day), label, day_label(day), page.title, page)


def _first_published(page: Page) -> datetime.date | None:
    return page.first_published_at.date() if page.first_published_at else None


TESTIMONY_LABELS = {
    "laureatestorypage": "Racontée",
    "videopage": "Témoignage en vidéo",
    "eventreportpage": "Citée dans un compte rendu",
    "publicationpage": "Réunie dans une publication",
}
