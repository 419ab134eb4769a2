"""The sheet of a report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from hub.content.blocks.image_chooser import with_sizes
from initiatives.models.event import EventPage
from initiatives.models.initiative import InitiativePage
from initiatives.models.video import VideoPage
from initiatives.related_data import observation
from initiatives.sheets.links import organisation_links

if TYPE_CHECKING:
    from wagtail.documents.models import AbstractDocument

    from initiatives.models import EventReportPage, Measure
    from initiatives.models.organisation import OrganisationLink


class ReportSheet:
    """Everything that the page of a report shows."""

    def __init__(self, page: EventReportPage) -> None:
        self.page = page
        if page.pk:
            prefetch_related_objects([page], organisation_links(page))

    @cached_property
    def event(self) -> EventPage | None:
        """The event that is reported."""
        return EventPage.objects.visible().parent_of(self.page).first()

    @cached_property
    def organisation_links(self) -> list[OrganisationLink]:
        """Organisations that testified or took part."""
        return list(self.page.organisation_links.all())

    @cached_property
    def initiatives(self) -> list[InitiativePage]:
        """The visible fiches that the report speaks of, in the editor's order."""
        chosen = [link.initiative_id for link in self.page.initiative_links.all()]
        return InitiativePage.objects.for_cards().in_this_order(chosen)

    @cached_property
    def videos(self) -> list[VideoPage]:
        """The visible videos about the report or its event."""
        about = [page.pk for page in (self.page, self.event) if page and page.pk]
        videos = VideoPage.objects.visible().filter(subjects__page__in=about)
        return list(videos.prefetch_related(with_sizes()).distinct())

    @cached_property
    def files(self) -> list[AbstractDocument]:
        """The documents of its text that anybody may download."""
        chosen = [one.value.file for one in self.page.body if one.block_type == "document"]
        return [file for file in chosen if file]

    @property
    def attendance(self) -> list[dict[str, Any]]:
        """Who came, as observations of the day of the event."""
        day = self.event.start_date if self.event else None
        counted = {
            "participants": self.page.participants,
            "structures représentées": self.page.structures,
        }
        return [
            observation(label, count, day=day)
            for label, count in counted.items()
            if count is not None
        ]

    @cached_property
    def measures(self) -> list[Measure]:
        """Its dated figures, the newest first."""
        return list(self.page.measures.all()) if self.page.pk else []
