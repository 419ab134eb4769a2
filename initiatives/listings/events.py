"""The list of events."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column

from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import organisations_of, terms_of, years_of
from initiatives.listings.columns import COMMUNE, DEPARTEMENT, PLACE, yes_or_no
from initiatives.listings.filters import (
    ListingFilters,
    any_of,
    by_departement,
    chosen,
    yes_no,
)
from initiatives.listings.views import ListingView
from initiatives.models import EventOrganisation, EventPage, Scheme


class EventFilters(ListingFilters):
    """Filters of events."""

    annee = any_of("Année", years_of(EventPage, "start_date__year"), field_name="start_date__year")
    departement = by_departement()
    type = any_of("Type d’événement", terms_of(Scheme.EVENT_KIND), field_name="kind__slug")
    compte_rendu = yes_no("Compte rendu", "by_report")
    organisation = chosen(
        "Organisation", organisations_of(EventOrganisation), method="by_organisation"
    )

    def by_report(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events with a report, which is the only page under an event, or the others."""
        return pages.filter(numchild__gt=0) if value == "oui" else pages.filter(numchild=0)

    def by_organisation(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events in which an organisation plays a role."""
        links = EventOrganisation.objects.order_by().filter(organisation__slug=value)
        return pages.filter(pk__in=links.values("page"))


class EventListing(ListingView):
    """Events."""

    page_title = "Événements"
    add_item_label = "Ajouter un événement"
    facts: ClassVar = [
        Column("when", label="Date", sort_key="start_date"),
        Column("kind", label="Type", accessor="kind.name"),
        PLACE,
        Column("report", label="Compte rendu", accessor=lambda event: yes_or_no(event.numchild)),
    ]
    exported_facts: ClassVar = [*facts[:2], COMMUNE, DEPARTEMENT, *facts[3:]]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add the kinds."""
        return super().annotate_queryset(pages).prefetch_related("kind")


class EventListingViewSet(ListingViewSet):
    """The list of events."""

    name = "listing_events"
    url_prefix = "contenus/evenements"
    model = EventPage
    index_view_class = EventListing
    filterset_class = EventFilters
    export_filename = "evenements"
    menu_label = "Événements"
    icon = "date"
