"""The filters that the lists share."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django_filters import (  # type: ignore[import-untyped]
    ChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

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
