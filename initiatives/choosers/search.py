"""A search by name in which accents and case do not count, on any database."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm

from hub.territory.folding import fold


def named(objects: QuerySet, words: str, fields: tuple[str, ...]) -> QuerySet:
    """Keep the objects of which some field holds each word; read in one query."""
    wanted = fold(words).split()
    rows = objects.order_by().values_list("pk", *fields)
    found = [
        pk for pk, *texts in rows if all(word in fold(" ".join(map(str, texts))) for word in wanted)
    ]
    return objects.filter(pk__in=found)


class NameForm(BaseFilterForm):
    """The search box of a chooser."""

    search_in: ClassVar[tuple[str, ...]] = ()

    q = forms.CharField(
        label="Rechercher",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "Rechercher"}),
    )

    def filter(self, objects: QuerySet) -> Any:
        """Narrow the list to the words typed."""
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return named(objects, self.search_query, self.search_in) if self.is_searching else objects
