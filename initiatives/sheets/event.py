"""The sheet of an event."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from hub.content.blocks.image_chooser import with_sizes
from initiatives.models.event import EventSeriesPage
from initiatives.models.report import EventReportPage
from initiatives.models.video import VideoPage
from initiatives.sheets.links import organisation_links
from initiatives.sheets.where import Where, where_is

if TYPE_CHECKING:
    from initiatives.models import EventPage, Measure
    from initiatives.models.organisation import OrganisationLink


class EventSheet:
    """Everything that the page of an event shows."""

    def __init__(self, page: EventPage) -> None:
        self.page = page
        if page.pk:
            prefetch_related_objects([page], organisation_links(page))

    @cached_property
    def where(self) -> Where | None:
        """Where it is, on a small map."""
        return where_is(self.page)

    @cached_property
    def organisation_links(self) -> list[OrganisationLink]:
        """Organisers and partners with their roles."""
        return list(self.page.organisation_links.all())

    @cached_property
    def series(self) -> EventSeriesPage | None:
        """The series of which this event is a stage, or None."""
        if not self.page.pk:
            return None
        return EventSeriesPage.objects.visible().parent_of(self.page).first()

    @cached_property
    def reports(self) -> list[EventReportPage]:
        """The visible reports of this event."""
        if not self.page.pk:
            return []
        reports = EventReportPage.objects.child_of(self.page).visible()
        return list(reports.defer_streamfields().order_by("path"))

    @cached_property
    def videos(self) -> list[VideoPage]:
        """The visible videos about this event."""
        if not self.page.pk:
            return []
        videos = VideoPage.objects.visible().filter(subjects__page=self.page)
        return list(videos.prefetch_related(with_sizes()).distinct())

    @cached_property
    def measures(self) -> list[Measure]:
        """Its dated figures, the newest first."""
        return list(self.page.measures.all()) if self.page.pk else []

    @cached_property
    def host(self) -> EventPage | None:
        """The event in which this one takes place, if the public may see it."""
        visible = type(self.page).objects.visible()
        return visible.filter(pk=self.page.inside_id).first() if self.page.inside_id else None

    @cached_property
    def events_inside(self) -> list[EventPage]:
        """The visible events that take place inside this one."""
        if not self.page.pk:
            return []
        model = type(self.page)
        inside = model.objects.visible().filter(inside=self.page).for_cards()
        return list(inside.order_by("start_date", "pk"))
