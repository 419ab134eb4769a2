"""The report of the words that visitors ask for."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.forms import RadioSelect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django_filters import ChoiceFilter  # type: ignore[import-untyped]
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import ListingButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry

from hub.content.formulas import neutralise
from search.curation.models import AskedWords, PromotedResult, SynonymGroup

TITLE = "Recherches des visiteurs"
PERIODS = [("30", "30 derniers jours"), ("90", "3 derniers mois"), ("365", "12 derniers mois")]
ALWAYS, ONCE = "jamais", "parfois"
ANSWERS = [(ALWAYS, "Jamais de résultat"), (ONCE, "Sans résultat au moins une fois")]


class AskedFilters(WagtailFilterSet):
    """By period, and by what found nothing."""

    periode = ChoiceFilter(
        label="Période",
        choices=PERIODS,
        empty_label="Les treize derniers mois",
        method="in_period",
        widget=RadioSelect,
    )
    reponse = ChoiceFilter(
        label="Résultats",
        choices=ANSWERS,
        empty_label="Indifférent",
        method="in_vain",
        widget=RadioSelect,
    )

    class Meta:
        model = AskedWords
        fields: ClassVar[list[str]] = []

    def in_period(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Count what was asked for within so many days, today included."""
        first = timezone.localdate() - datetime.timedelta(days=int(value) - 1)
        return rows.filter(day__gte=first)

    def in_vain(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the words that never found anything, or not always."""
        return rows.filter(vain=F("asked")) if value == ALWAYS else rows.filter(vain__gt=0)


class WordsColumn(ButtonsColumnMixin, Column):
    """Words, and what may be done about them."""

    cell_template_name = "wagtailadmin/tables/title_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the buttons to the words."""
        return super().get_cell_context_data(instance, parent_context) | {"link_url": None}

    def get_buttons(self, instance: dict[str, Any], parent_context: Any) -> list[ListingButton]:
        """Return what may be done about these words by this user."""
        user = parent_context["request"].user
        words = urlencode({"mots": instance["words"]})
        buttons = [
            ListingButton(
                "Voir les résultats", f"/recherche/?{urlencode({'q': instance['words']})}"
            )
        ]
        for model, label in (
            (SynonymGroup, "Ajouter un synonyme"),
            (PromotedResult, "Mettre une page en avant"),
        ):
            if policy_registry.get_by_type(model).user_has_permission(user, "add"):
                name = model.snippet_viewset.get_url_name("add")  # type: ignore[union-attr]
                buttons.append(ListingButton(label, f"{reverse(name)}?{words}"))
        return buttons


def _last_day(row: dict[str, Any]) -> str:
    """Return the day alone: no hour of it is known."""
    return date_format(row["last_day"], "d/m/Y")


class AskedWordsView(ReportView):
    """What was asked for, the most frequent first; to be acted upon, or downloaded."""

    model = AskedWords
    page_title = TITLE
    header_icon = "search"
    results_template_name = "search_curation/asked_words_results.html"
    index_url_name = "asked_words"
    index_results_url_name = "asked_words_results"
    filterset_class = AskedFilters
    permission_policy = ModelPermissionPolicy(AskedWords)
    any_permission_required: ClassVar = ["view"]
    is_searchable = True
    search_fields: ClassVar = ["words"]
    default_ordering = "-asked"
    columns: ClassVar = [
        WordsColumn("words", label="Mots cherchés", accessor="words", width="50%"),
        NumberColumn("asked", label="Recherches", accessor="asked", sort_key="asked"),
        NumberColumn("vain", label="Sans réponse", accessor="vain", sort_key="vain"),
        Column("last_day", label="Dernière fois", accessor=_last_day, sort_key="last_day"),
    ]
    list_export: ClassVar = ["words", "asked", "vain", "last_day"]
    export_headings: ClassVar = {
        "words": "Mots cherchés",
        "asked": "Recherches",
        "vain": "Sans réponse",
        "last_day": "Dernière fois",
    }
    export_filename = "recherches-des-visiteurs"

    def get_base_queryset(self) -> QuerySet:
        """Return words with how often they were asked for."""
        return AskedWords.objects.by_words()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order the words, those of one figure by themselves."""
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "words")

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return what is written in a cell, never a formula."""
        written = super().preprocess_field_value(field, value, export_format)
        return neutralise(written) if isinstance(written, str) else written

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The home, then this."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
