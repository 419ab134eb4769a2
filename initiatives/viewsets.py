"""Admin of what is not a page: vocabularies, organisations, people, prize, verifications."""

from typing import Any, ClassVar

from taggit.models import Tag
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from hub.editing.merging.views import MergeableMixin
from initiatives.merging import OrganisationMerging, TagMerging, TermMerging
from initiatives.models import (
    ContactPerson,
    InitiativePage,
    Measure,
    Organisation,
    PrizeResult,
    Term,
    Verification,
)


class TermViewSet(MergeableMixin, SnippetViewSet):
    """Terms, ordered by drag and drop, filtered by vocabulary."""

    model = Term
    merging = TermMerging()
    icon = "tag"
    menu_label = "Vocabulaires"
    list_display: ClassVar = ["name", "scheme", Column("parent", label="Parent"), "slug"]
    list_filter: ClassVar = ["scheme"]
    sort_order_field = "sort_order"
    ordering: ClassVar = ["sort_order"]
    list_per_page = 200


class OrganisationViewSet(MergeableMixin, SnippetViewSet):
    """Organisations."""

    model = Organisation
    merging = OrganisationMerging()
    icon = "group"
    menu_label = "Organisations"
    list_display: ClassVar = ["name", "legal_status", "economy"]
    list_filter: ClassVar = ["economy", "legal_status"]
    ordering: ClassVar = ["name"]


class TagViewSet(MergeableMixin, SnippetViewSet):
    """Free tags: a new name follows everywhere, since pages hold the tag and not its name."""

    model = Tag
    merging = TagMerging()
    icon = "tag"
    menu_label = "Étiquettes libres"
    list_display: ClassVar = ["name"]
    search_fields: ClassVar = ["name"]
    ordering: ClassVar = ["name"]
    edit_handler = ObjectList([FieldPanel("name", heading="Libellé")])


class ContactPersonViewSet(SnippetViewSet):
    """People who may be called, with their consent and its term."""

    model = ContactPerson
    icon = "user"
    menu_label = "Personnes à contacter"
    list_display: ClassVar = [
        "name",
        "organisation",
        BooleanColumn("is_shown", label="Montrée"),
        "expires_on",
    ]
    list_filter: ClassVar = ["is_public"]
    search_fields: ClassVar = ["name", "email"]
    ordering: ClassVar = ["name"]


class AddPrizeResultView(CreateView):
    """Records a result; the address may name its fiche, as the page that tells stories does."""

    def get_initial(self) -> dict[str, Any]:
        """Propose the fiche of `?initiative=`, where there is such a fiche."""
        asked = self.request.GET.get("initiative", "")
        is_known = asked.isdecimal() and InitiativePage.objects.filter(pk=asked).exists()
        return {"initiative": int(asked)} if is_known else {}


class PrizeResultViewSet(SnippetViewSet):
    """Results of the prize."""

    model = PrizeResult
    add_view_class = AddPrizeResultView
    icon = "pick"
    menu_label = "Résultats au prix"
    list_display: ClassVar = ["initiative", "year", "stage", "category"]
    list_filter: ClassVar = ["year", "stage"]


class VerificationViewSet(SnippetViewSet):
    """The history of verifications."""

    model = Verification
    icon = "check"
    menu_label = "Vérifications"
    list_display: ClassVar = ["initiative", "verified_on", "author", "changes"]
    list_filter: ClassVar = ["verified_on"]


class MeasureViewSet(SnippetViewSet):
    """Dated figures about pages."""

    model = Measure
    icon = "order"
    menu_label = "Mesures"
    list_display: ClassVar = ["page", "value", "unit", "measured_on"]


class DomainViewSetGroup(SnippetViewSetGroup):
    """One menu entry for all of them."""

    items = (
        TermViewSet,
        TagViewSet,
        OrganisationViewSet,
        ContactPersonViewSet,
        PrizeResultViewSet,
        VerificationViewSet,
        MeasureViewSet,
    )
    menu_label = "Référentiels"
    menu_icon = "list-ul"
    menu_order = 250
