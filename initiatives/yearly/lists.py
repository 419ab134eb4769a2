"""Each figure as the list of its type shows it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from initiatives.listings.events import EventFilters, EventListing
from initiatives.listings.fiches import FicheFilters, FicheListing
from initiatives.listings.filters import ListingFilters
from initiatives.listings.reports import ReportFilters, ReportListing
from initiatives.listings.views import ListingView
from initiatives.models import EventPage, EventReportPage, InitiativePage
from initiatives.yearly.figures import views_of
from initiatives.yearly.views import FigureView


class FicheFigure(FigureView, FicheListing):
    """Fiches behind a figure."""

    model = InitiativePage
    filterset_class = FicheFilters


class EventFigure(FigureView, EventListing):
    """Events behind a figure."""

    model = EventPage
    filterset_class = EventFilters


class ReportFigure(FigureView, ReportListing):
    """Reports behind a figure."""

    model = EventReportPage
    filterset_class = ReportFilters


class ViewsFigure(FigureView, ListingView):
    """Pages with their count of views: a video, a publication."""

    model = Page
    filterset_class = ListingFilters
    facts: ClassVar = [
        Column("type", label="Type", accessor="page_type_display_name"),
        Column("views", label="Vues", accessor="views_counted", sort_key="views_counted"),
        Column("counted_on", label="Relevées le", accessor="views_counted_on"),
        Column("views_source", label="Source", accessor="views_source"),
    ]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add the count, its day and its source."""
        counts = views_of(self.year).filter(page=OuterRef("pk"))
        return (
            super()
            .annotate_queryset(pages)
            .annotate(
                views_counted=Subquery(counts.values("value")[:1]),
                views_counted_on=Subquery(counts.values("measured_on")[:1]),
                views_source=Subquery(counts.values("source")[:1]),
            )
        )


LISTS: dict[str, type[FigureView]] = {
    "evenements": EventFigure,
    "participants": ReportFigure,
    "structures": ReportFigure,
    "vues": ViewsFigure,
}


def figure_list(
    request: HttpRequest, year: int, slug: str, *, results_only: bool = False
) -> HttpResponseBase:
    """Show the pages behind a figure of a year; raises Http404 for an unknown one."""
    view = LISTS.get(slug, FicheFigure)
    return view.as_view(results_only=results_only)(request, year=year, slug=slug)
