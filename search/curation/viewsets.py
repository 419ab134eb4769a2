"""What staff make of searches, in the admin: synonyms and promoted results."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.curation.models import PromotedResult, SynonymGroup

MAX_GIVEN = 200


class BegunView(CreateView):
    """A new object, begun with the words that the report led from (`?mots=`)."""

    begun_field: ClassVar[str]

    def get_initial_form_instance(self) -> Any:
        """Return an object that has these words."""
        words = self.request.GET.get("mots", "")[:MAX_GIVEN]
        return self.model(**{self.begun_field: words})


class SynonymCreateView(BegunView):
    """A new group of synonyms."""

    begun_field = "expressions"


class PromotedResultCreateView(BegunView):
    """A new promoted result."""

    begun_field = "words"


class SynonymViewSet(SnippetViewSet):
    """Groups of synonyms; a change is in force with the next search."""

    model = SynonymGroup
    icon = "list-ul"
    menu_label = "Synonymes"
    add_view_class = SynonymCreateView
    search_backend_name = None
    search_fields: ClassVar = ["expressions", "note"]
    list_display: ClassVar = ["__str__", "note"]
    list_per_page = 100


class PromotedResultViewSet(SnippetViewSet):
    """Promoted results, by their words."""

    model = PromotedResult
    icon = "pick"
    menu_label = "Résultats mis en avant"
    add_view_class = PromotedResultCreateView
    search_backend_name = None
    search_fields: ClassVar = ["words", "page__title"]
    list_display: ClassVar = ["__str__", "reason"]
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet[PromotedResult]:
        """Promoted results with their pages."""
        return PromotedResult.objects.select_related("page")


class CurationViewSetGroup(SnippetViewSetGroup):
    """One menu entry for both; the words asked for are among the reports."""

    items = (SynonymViewSet, PromotedResultViewSet)
    menu_label = "Recherche"
    menu_icon = "search"
    menu_order = 260
