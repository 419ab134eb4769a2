"""Admin of what is not a page: vocabularies, organisations, people, prize, verifications."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import (
    CreateView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from hub.editing.merging.views import MergeableMixin
from initiatives.choosers.snippets import (
    ContactPersonChooserViewSet,
    OrganisationChooserViewSet,
    PrizeResultChooserViewSet,
    TermChooserViewSet,
)
from initiatives.listings.usage import (
    CountColumn,
    events_with,
    fiches_with,
    where_term_serves,
    with_organisation_uses,
    with_tag_uses,
    with_term_uses,
)
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
    chooser_viewset_class = TermChooserViewSet
    list_display: ClassVar = [
        "name",
        "scheme",
        Column("parent", label="Parent"),
        "slug",
        CountColumn("uses", "Pages", where_term_serves),
    ]
    list_filter: ClassVar = ["scheme"]
    sort_order_field = "sort_order"
    ordering: ClassVar = ["sort_order"]
    list_per_page = 200

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Terms with how often they serve."""
        return with_term_uses(Term.objects.select_related("parent"))


class OrganisationViewSet(MergeableMixin, SnippetViewSet):
    """Organisations."""

    model = Organisation
    merging = OrganisationMerging()
    icon = "group"
    menu_label = "Organisations"
    chooser_viewset_class = OrganisationChooserViewSet
    list_display: ClassVar = [
        "name",
        "legal_status",
        "economy",
        CountColumn("fiches", "Fiches", lambda one: fiches_with(organisation=one.slug)),
        CountColumn("events", "Événements", lambda one: events_with(organisation=one.slug)),
    ]
    list_filter: ClassVar = ["economy", "legal_status"]
    ordering: ClassVar = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Organisations with how often they are named."""
        return with_organisation_uses(Organisation.objects.select_related("legal_status"))


class TagIndexView(IndexView):
    """The list of free tags, by the name that editors give them."""

    page_title = "Étiquettes libres"
    add_item_label = "Ajouter une étiquette"


class TagViewSet(MergeableMixin, SnippetViewSet):
    """Free tags: a new name follows everywhere, since pages hold the tag and not its name."""

    model = Tag
    index_view_class = TagIndexView
    merging = TagMerging()
    icon = "tag"
    menu_label = "Étiquettes libres"
    list_display: ClassVar = [
        "name",
        CountColumn("uses", "Fiches", lambda tag: fiches_with(etiquette=tag.slug)),
    ]
    search_fields: ClassVar = ["name"]
    ordering: ClassVar = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Tags with how often they serve."""
        return with_tag_uses(Tag.objects.all())

    edit_handler = ObjectList(
        [FieldPanel("name", heading="Libellé", help_text="Par exemple : circuit court.")]
    )


def where_person_serves(person: Any) -> str:
    """Return the address of Wagtail's list of what names a person."""
    return reverse(person.snippet_viewset.get_url_name("usage"), args=[person.pk])


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
        CountColumn("uses", "Usages", where_person_serves),
    ]
    chooser_viewset_class = ContactPersonChooserViewSet
    list_filter: ClassVar = ["is_public"]
    search_fields: ClassVar = ["name", "email"]
    ordering: ClassVar = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """People with how many pages and links name them, as Wagtail's page of usage lists them."""
        people = ContactPerson.objects.select_related("organisation")
        return people.annotate(uses=ReferenceIndex.usage_count_subquery(ContactPerson))


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
    chooser_viewset_class = PrizeResultChooserViewSet
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
