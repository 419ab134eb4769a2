"""The list of fiches."""

from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column

from initiatives.freshness import by_freshness, last_verification
from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import all_terms, organisations_of, tags_of_fiches, years_of
from initiatives.listings.columns import COMMUNE, DEPARTEMENT, PLACE
from initiatives.listings.filters import (
    ListingFilters,
    any_of,
    by_departement,
    by_theme,
    chosen,
    one_of,
    yes_no,
)
from initiatives.listings.views import ListingView
from initiatives.models import (
    InitiativeOrganisation,
    InitiativePage,
    InitiativeTag,
    PrizeResult,
    Term,
)
from initiatives.querysets import HISTORY, theme_links

FRESHNESS = [
    ("fraiche", f"Vérifiée depuis moins de {settings.HUB_VERIFY_AFTER_MONTHS} mois"),
    ("ancienne", f"Vérifiée depuis plus de {settings.HUB_VERIFY_AFTER_MONTHS} mois"),
    ("jamais", "Jamais vérifiée"),
]


class FicheFilters(ListingFilters):
    """Filters of fiches."""

    annee = any_of("Année de recensement", years_of(InitiativePage, "year"), field_name="year")
    departement = by_departement()
    theme = by_theme()
    laureate = yes_no("Lauréate", "by_prize")
    fraicheur = one_of("Fraîcheur", FRESHNESS, method="by_freshness")
    terme = chosen("Terme du vocabulaire", all_terms, method="by_term")
    etiquette = chosen("Étiquette libre", tags_of_fiches, method="by_tag")
    organisation = chosen(
        "Organisation", organisations_of(InitiativeOrganisation), method="by_organisation"
    )

    def by_term(self, pages: Any, name: str, value: str) -> QuerySet:
        """Keep the fiches that carry a term, or one below it."""
        scheme, _, slug = value.partition("/")
        return pages.described_by(Term.objects.get(scheme=scheme, slug=slug))

    def by_tag(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the fiches that carry a free tag."""
        carrying = InitiativeTag.objects.order_by().filter(tag__slug=value)
        return pages.filter(pk__in=carrying.values("content_object"))

    def by_organisation(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the fiches in which an organisation plays a role."""
        links = InitiativeOrganisation.objects.order_by().filter(organisation__slug=value)
        return pages.filter(pk__in=links.values("page"))

    def by_prize(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the fiches that won the prize, or the others."""
        winners = PrizeResult.objects.laureates().order_by().values("initiative")
        return pages.filter(pk__in=winners) if value == "oui" else pages.exclude(pk__in=winners)

    def by_freshness(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the fiches by the age of their last verification."""
        return by_freshness(pages, value)


def first_theme(fiche: InitiativePage) -> str:
    """Return the first theme of a fiche, or nothing."""
    return next((term.name for term in fiche.themes), "")


def years_won(fiche: InitiativePage) -> str:
    """Return the years in which a fiche won the prize."""
    return ", ".join(str(result.year) for result in fiche.awards)


class FicheListing(ListingView):
    """Fiches."""

    page_title = "Fiches"
    add_item_label = "Ajouter une fiche"
    verbose_name = "fiche"
    verbose_name_plural = "fiches"
    title_key = "sort_title"
    facts: ClassVar = [
        PLACE,
        Column("year", label="Année", sort_key="year"),
        Column("theme", label="Thème", accessor=first_theme),
        Column("laureate", label="Lauréate", accessor=years_won),
        Column("verified", label="Vérifiée le", accessor="last_verified", sort_key="verified_at"),
    ]
    exported_facts: ClassVar = [COMMUNE, DEPARTEMENT, *facts[1:]]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add themes, verifications and results."""
        pages = super().annotate_queryset(pages).annotate(verified_at=last_verification())
        return pages.prefetch_related(theme_links(), *HISTORY)


class FicheListingViewSet(ListingViewSet):
    """The list of fiches."""

    name = "listing_fiches"
    url_prefix = "contenus/fiches"
    model = InitiativePage
    index_view_class = FicheListing
    filterset_class = FicheFilters
    export_filename = "fiches"
    menu_label = "Fiches"
    icon = "doc-full"
