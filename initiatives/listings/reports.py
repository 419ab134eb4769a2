"""The list of reports, with the event that each is about."""

from typing import Any, ClassVar

from wagtail.admin.ui.tables import Column

from hub.territory.gazetteer import get_gazetteer
from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import years_of
from initiatives.listings.filters import ListingFilters, any_of, by_departement
from initiatives.listings.views import ListingView
from initiatives.models import EventPage, EventReportPage
from initiatives.querysets import of_event


class ReportFilters(ListingFilters):
    """Filters of reports, by their event."""

    annee = any_of(
        "Année de l’événement",
        years_of(EventPage, "start_date__year"),
        field_name="event_start__year",
    )
    departement = by_departement("event_departement")


def commune_of_event(report: Any) -> str:
    """Return the commune of the event, or nothing."""
    commune = get_gazetteer().commune(report.event_commune or "")
    return commune.name if commune else ""


class ReportListing(ListingView):
    """Reports."""

    page_title = "Comptes rendus"
    add_item_label = "Ajouter un compte rendu"
    verbose_name = "compte rendu"
    verbose_name_plural = "comptes rendus"
    facts: ClassVar = [
        Column("event", label="Événement", accessor="event_title"),
        Column("date", label="Date", accessor="event_start", sort_key="event_start"),
        Column("participants", label="Participants", sort_key="participants"),
        Column("structures", label="Structures", sort_key="structures"),
    ]
    exported_facts: ClassVar = [
        *facts[:2],
        Column("commune", label="Commune", accessor=commune_of_event),
        *facts[2:],
    ]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add the facts of the events."""
        return (
            super()
            .annotate_queryset(pages)
            .annotate(
                event_title=of_event("title"),
                event_start=of_event("start_date"),
                event_commune=of_event("commune_code"),
                event_departement=of_event("departement"),
            )
        )


class ReportListingViewSet(ListingViewSet):
    """The list of reports."""

    name = "listing_reports"
    url_prefix = "contenus/comptes-rendus"
    model = EventReportPage
    index_view_class = ReportListing
    filterset_class = ReportFilters
    export_filename = "comptes-rendus"
    menu_label = "Comptes rendus"
    icon = "clipboard-list"
