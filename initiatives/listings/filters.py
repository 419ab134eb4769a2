"""The filters that the lists share."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect, Select
from django_filters import (  # type: ignore[import-untyped]
    ChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from initiatives.listings.choices import departements, fiches_on, terms_of
from initiatives.models import Scheme

STATES = [
    ("brouillon", "Brouillon"),
    ("publiee", "Publiée"),
    ("a-publier", "Modifications non publiées"),
]
STATE_RULES: dict[str, dict[str, bool]] = {
    "brouillon": {"live": False},
    "publiee": {"live": True},
    "a-publier": {"live": True, "has_unpublished_changes": True},
}


def one_of(label: str, choices: Any, **options: Any) -> ChoiceFilter:
    """Return a filter by one choice, or by none."""
    return ChoiceFilter(
        label=label, choices=choices, empty_label="Indifférent", widget=RadioSelect, **options
    )


def any_of(label: str, choices: Any, **options: Any) -> MultipleChoiceFilter:
    """Return a filter by one choice or several: what fits one of them is kept."""
    return MultipleChoiceFilter(
        label=label, choices=choices, widget=CheckboxSelectMultiple, distinct=False, **options
    )


def chosen(label: str, choices: Any, **options: Any) -> ChoiceFilter:
    """Return a filter by one choice among many: a list that opens."""
    return ChoiceFilter(
        label=label, choices=choices, empty_label="Indifférent", widget=Select, **options
    )


def by_departement(path: str = "departement", *, several: bool = False) -> MultipleChoiceFilter:
    """Return the filter by département.

    `path` leads to that of the page, or to those of the `several` fiches that it is about.
    """
    if not several:
        return any_of("Département", departements, field_name=path)

    def narrow(pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _once(pages, path, value) if value else pages

    return any_of("Département", departements, method=narrow)


def by_theme(path: str = "pk") -> MultipleChoiceFilter:
    """Return the filter by theme; `path` leads from the page to the fiches that carry it."""

    def narrow(pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _once(pages, path, fiches_on(value)) if value else pages

    return any_of("Thème", terms_of(Scheme.THEME), method=narrow)


def _once(pages: QuerySet, path: str, among: Any) -> QuerySet:
    """Keep the pages that lead to one of these, each once."""
    found = pages.model._default_manager.order_by().filter(**{f"{path}__in": among})
    return pages.filter(pk__in=found.values("pk"))


def yes_no(label: str, method: str) -> ChoiceFilter:
    """Return a filter by yes or no."""
    return one_of(label, [("oui", "Oui"), ("non", "Non")], method=method)


class ListingFilters(WagtailFilterSet):
    """What every list may be narrowed by; each type adds its own."""

    etat = one_of("État", STATES, method="by_state")

    class Meta:
        model = Page
        fields: ClassVar[list[str]] = []

    def by_state(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the pages of a state; a page with unpublished changes is published too."""
        return pages.filter(**STATE_RULES[value])
