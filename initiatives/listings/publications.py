"""The list of publications."""

from typing import ClassVar

from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column

from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import years_of
from initiatives.listings.columns import yes_or_no
from initiatives.listings.filters import ListingFilters, any_of
from initiatives.listings.views import ListingView
from initiatives.models import PublicationPage
from initiatives.models.publication import PublicationKind


class PublicationFilters(ListingFilters):
    """Filters of publications."""

    annee = any_of(
        "Année de parution",
        years_of(PublicationPage, "published_on__year"),
        field_name="published_on__year",
    )
    nature = any_of("Nature", PublicationKind.choices, field_name="kind")


def appears(publication: PublicationPage) -> str:
    """Return when a publication came out or will, as its page says it."""
    if publication.date_label:
        return publication.date_label
    if publication.is_forthcoming:
        return "À paraître"
    return date_format(publication.published_on) if publication.published_on else ""


class PublicationListing(ListingView):
    """Publications."""

    page_title = "Publications"
    add_item_label = "Ajouter une publication"
    facts: ClassVar = [
        Column("kind", label="Nature", accessor="kind_label", sort_key="kind"),
        Column("published_on", label="Parution", accessor=appears, sort_key="published_on"),
        Column("document", label="Fichier", accessor=lambda one: yes_or_no(one.document_id)),
    ]


class PublicationListingViewSet(ListingViewSet):
    """The list of publications."""

    name = "listing_publications"
    url_prefix = "contenus/publications"
    model = PublicationPage
    index_view_class = PublicationListing
    filterset_class = PublicationFilters
    export_filename = "publications"
    menu_label = "Publications"
    icon = "openquote"
