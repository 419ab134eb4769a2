"""The list of stories of laureates."""

from typing import Any, ClassVar

from django.db.models import Prefetch
from wagtail.admin.ui.tables import Column

from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import years_of
from initiatives.listings.filters import ListingFilters, any_of, by_departement, by_theme
from initiatives.listings.views import ListingView
from initiatives.models import LaureateStoryPage, PrizeResult


class StoryFilters(ListingFilters):
    """Filters of stories, by their result and by the fiche that they tell."""

    annee = any_of("Année du prix", years_of(PrizeResult, "year"), field_name="prize_result__year")
    departement = by_departement("prize_result__initiative__departement")
    theme = by_theme("prize_result__initiative")


class StoryListing(ListingView):
    """Stories."""

    page_title = "Histoires de lauréats"
    add_item_label = "Ajouter une histoire"
    verbose_name = "histoire"
    verbose_name_plural = "histoires"
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
