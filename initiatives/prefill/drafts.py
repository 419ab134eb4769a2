"""What the new page takes from the one that it is begun from."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hub.content.freshness.turn import take_turn
from hub.content.publishing import add_draft
from initiatives.models import (
    EventPage,
    EventReportPage,
    InitiativePage,
    LaureateIndexPage,
    LaureateStoryPage,
    PrizeResult,
    VideoPage,
)
from initiatives.models.report import ReportOrganisation

# The parts of a fiche from which a story is rewritten.
TOLD = ("need", "approach", "results")
TITLE_LENGTH = 255


def results_to_tell(fiche: InitiativePage) -> list[PrizeResult]:
    """Return what the fiche obtained as a laureate, the last year first."""
    return list(fiche.prize_results.laureates().order_by("-year", "-pk"))


@transaction.atomic
def begin_story(
    result: PrizeResult, index: LaureateIndexPage, user: Any = None
) -> tuple[LaureateStoryPage, bool]:
    """Return the story of a result, and whether it was begun just now.

    A new one is a draft with the title, the summary, the picture, the texts of the fiche and the
    video about it.
    """
    take_turn()
    PrizeResult.objects.select_for_update().get(pk=result.pk)  # a second click waits here
    told = LaureateStoryPage.objects.filter(prize_result=result).order_by("pk").first()
    if told is not None:
        return told, False
    fiche = result.initiative
    about = VideoPage.objects.filter(subjects__page=fiche.pk).order_by("-published_on", "pk")
    story = LaureateStoryPage(
        title=fiche.title,
        summary=fiche.summary,
        prize_result=result,
        picture=fiche.picture,
        picture_alt=fiche.picture_alt,
        video=about.first(),
        body=[("text", block.value) for block in fiche.body if block.block_type in TOLD],
    )
    return add_draft(index, story, user), True


@transaction.atomic
def begin_report(event: EventPage, user: Any = None) -> tuple[EventReportPage, bool]:
    """Return the report of an event, and whether it was begun just now.

    A new one is a draft with the summary, the picture and the organisations of the event.
    """
    take_turn()
    EventPage.objects.select_for_update().get(pk=event.pk)  # a second click waits here
    written = EventReportPage.objects.child_of(event).order_by("path").first()
    if written is not None:
        return written, False
    report = EventReportPage(
        title=f"Compte rendu : {event.title}"[:TITLE_LENGTH],
        slug="compte-rendu",
        summary=event.summary,
        picture=event.picture,
        picture_alt=event.picture_alt,
    )
    report.organisation_links.set(
        ReportOrganisation(organisation=link.organisation, role=link.role, sort_order=rank)
        for rank, link in enumerate(event.organisation_links.all())
    )
    return add_draft(event, report, user), True
