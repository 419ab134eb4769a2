"""The list of fiches."""

from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column

from initiatives.freshness import by_freshness, last_verification
from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import departements, fiches_on, terms_of, years_of
from initiatives.listings.columns import COMMUNE, DEPARTEMENT, PLACE
from initiatives.listings.filters import ListingFilters, any_of, one_of, yes_no
from initiatives.listings.views import ListingView
from initiatives.models import InitiativePage, PrizeResult, Scheme
from initiatives.querysets import HISTORY, theme_links

FRESHNESS = [
    ("fraiche", f"Vérifiée depuis moins de {settings.HUB_VERIFY_AFTER_MONTHS} mois"),
    ("ancienne", f"Vérifiée depuis plus de {settings.HUB_VERIFY_AFTER_MONTHS} mois"),
    ("jamais", "Jamais vérifiée"),
]


class FicheFilters(ListingFilters):
    """Filters of fiches."""

    annee = any_of("Année de recensement", years_of(InitiativePage, "year"), field_name="year")
    departement = any_of("Département", departements)
    theme = any_of("Thème", terms_of(Scheme.THEME), method="by_theme")
    laureate = yes_no("Lauréate", "by_prize")
    fraicheur = one_of("Fraîcheur", FRESHNESS, method="by_freshness")

    def by_theme(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        """Keep the fiches that carry one of these themes."""
        return pages.filter(pk__in=fiches_on(value)) if value else pages

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
