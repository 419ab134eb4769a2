"""The list of stories of laureates."""

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from wagtail.admin.ui.tables import Column

from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import departements, fiches_on, terms_of, years_of
from initiatives.listings.filters import ListingFilters, any_of
from initiatives.listings.views import ListingView
from initiatives.models import LaureateStoryPage, PrizeResult, Scheme


class StoryFilters(ListingFilters):
    """Filters of stories, by their result and by the fiche that they tell."""

    annee = any_of("Année du prix", years_of(PrizeResult, "year"), field_name="prize_result__year")
    departement = any_of(
        "Département", departements, field_name="prize_result__initiative__departement"
    )
    theme = any_of("Thème", terms_of(Scheme.THEME), method="by_theme")

    def by_theme(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        """Keep the stories of the fiches that carry one of these themes."""
        return pages.filter(prize_result__initiative__in=fiches_on(value)) if value else pages


class StoryListing(ListingView):
    """Stories."""

    page_title = "Histoires de lauréats"
    add_item_label = "Ajouter une histoire"
    facts: ClassVar = [
        Column("initiative", label="Fiche", accessor="initiative.title"),
        Column("departement", label="Département", accessor="initiative.departement_label"),
        Column(
            "year",
            label="Année du prix",
            accessor="prize_result.year",
            sort_key="prize_result__year",
        ),
    ]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add the results and their fiches."""
        results = PrizeResult.objects.select_related("initiative")
        return super().annotate_queryset(pages).prefetch_related(Prefetch("prize_result", results))


class StoryListingViewSet(ListingViewSet):
    """The list of stories."""

    name = "listing_stories"
    url_prefix = "contenus/histoires"
    model = LaureateStoryPage
    index_view_class = StoryListing
    filterset_class = StoryFilters
    export_filename = "histoires-de-laureats"
    menu_label = "Histoires de lauréats"
    icon = "pick"
