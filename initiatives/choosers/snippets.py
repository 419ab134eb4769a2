"""Choosers of what is not a page: organisations, terms, people, results of the prize."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.chooser import (
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from hub.territory.gazetteer import get_gazetteer
from initiatives.choosers.views import (
    ForReaders,
    SnippetChooseView,
    SnippetResultsView,
    may_read,
)
from initiatives.models import InitiativeOrganisation, OrganisationRole


def commune_of(organisation: Any) -> str:
    """Return the commune of the fiche that an organisation carries, or nothing."""
    commune = get_gazetteer().commune(organisation.carried_in or "")
    return commune.name if commune else ""


class OrganisationShown:
    """Where it is and its status: two may have one name."""

    facts: ClassVar = [
        Column("commune", label="Commune", accessor=commune_of),
        Column("legal_status", label="Statut juridique"),
        Column("siret", label="SIRET"),
    ]
    search_in: ClassVar = ("name", "siret")

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the status, and the commune of a fiche that it carries."""
        carried = InitiativeOrganisation.objects.filter(
            organisation=OuterRef("pk"), role=OrganisationRole.CARRIER
        ).order_by("-page__year", "pk")
        codes = carried.values("page__commune_code")[:1]
        return objects.select_related("legal_status").annotate(carried_in=Subquery(codes))


class TermShown:
    """The vocabulary and the term above: two vocabularies have an « Organisation »."""

    facts: ClassVar = [
        Column("scheme", label="Vocabulaire", accessor="get_scheme_display"),
        Column("parent", label="Parent"),
    ]
    search_in: ClassVar = ("name",)

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the terms above."""
        return objects.select_related("parent")


class PersonShown(ForReaders):
    """Function and organisation, and whether the person is shown; neither address nor number."""

    facts: ClassVar = [
        Column("function", label="Fonction"),
        Column("organisation", label="Organisation"),
        BooleanColumn("is_shown", label="Montrée"),
    ]
    search_in: ClassVar = ("name", "function")

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the organisations."""
        return objects.select_related("organisation")


class PrizeShown:
    """Whose result, of which year, and for what."""

    facts: ClassVar = [
        Column("year", label="Année"),
        Column("stage", label="Résultat", accessor="get_stage_display"),
        Column("category", label="Catégorie"),
    ]
    search_in: ClassVar = ("initiative__title", "category", "year")

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the fiches."""
        return objects.select_related("initiative")


class PersonChosen(SnippetChosenView):
    """Gives the name of the person chosen."""

    def get_object(self, pk: Any) -> Any:
        """Return the person. Raises Http404 for who may not read people."""
        if not may_read(self):
            raise Http404
        return super().get_object(pk)


class PersonChosenMultiple(SnippetChosenMultipleView):
    """Gives the names of the people chosen."""

    def get_objects(self, pks: Any) -> Any:
        """Return the people, for who may read them."""
        objects = super().get_objects(pks)
        return objects if may_read(self) else objects.none()


def showing(what: type[Any], **more: Any) -> type[SnippetChooserViewSet]:
    """Return a viewset of choosers that shows `what`."""
    name = what.__name__.removesuffix("Shown")
    views = {
        "choose_view_class": type(f"{name}ChooseView", (what, SnippetChooseView), {}),
        "choose_results_view_class": type(f"{name}ResultsView", (what, SnippetResultsView), {}),
    }
    return type(f"{name}ChooserViewSet", (SnippetChooserViewSet,), {**views, **more})


OrganisationChooserViewSet = showing(OrganisationShown)
TermChooserViewSet = showing(TermShown)
PrizeResultChooserViewSet = showing(PrizeShown)
ContactPersonChooserViewSet = showing(
    PersonShown,
    chosen_view_class=PersonChosen,
    chosen_multiple_view_class=PersonChosenMultiple,
)
