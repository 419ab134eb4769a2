"""A list of all pages of one type, wherever they are in the tree."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.pages.listing import IndexView

from hub.content.formulas import neutralise
from initiatives.listings.columns import exported_columns, shown_columns


class ListingView(IndexView):
    """The pages that a user may reach in the explorer, with the facts of their type.

    Columns and filters read the database, not the last revision of a draft.
    """

    facts: ClassVar[Sequence[Column]] = ()
    # Where a spreadsheet keeps apart what the screen shows together.
    exported_facts: ClassVar[Sequence[Column]] = ()
    title_key: ClassVar[str] = "title"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Offer the bulk actions of the type: those of Wagtail would take pages out of the list."""
        return {**super().get_context_data(**kwargs), "model_opts": self.model._meta}

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown on the screen."""
        return shown_columns(self.facts, self.title_key)

    @cached_property
    def exported(self) -> dict[str, Column]:
        """What is written in a spreadsheet, by name."""
        columns = exported_columns(self.exported_facts or self.facts)
        return {column.name: column for column in columns}

    @cached_property
    def list_export(self) -> list[str]:
        """The names of the columns of the spreadsheet."""
        return list(self.exported)

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        """Count by the name of the list: « 163 fiches »."""
        paginator = super().get_paginator(*args, **kwargs)
        paginator.verbose_name = self.verbose_name
        paginator.verbose_name_plural = self.verbose_name_plural
        return paginator

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        """Return the heading of a column of the spreadsheet."""
        return str(self.exported[field].label)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return a row of the spreadsheet."""
        return {name: column.get_value(item) for name, column in self.exported.items()}

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return what is written in a cell, never a formula."""
        written = super().preprocess_field_value(field, value, export_format)
        return neutralise(written) if isinstance(written, str) else written

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Narrow the list; a value that no filter offers finds nothing, rather than everything."""
        if self.filters and not self.filters.is_valid():
            return queryset.none()
        return super().filter_queryset(queryset)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order the list, with the key last: no page is shown twice nor left out."""
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "pk")

    def get_ordering(self) -> str:
        """Return the order asked for, the same for what a search finds."""
        asked = self.request.GET.get("ordering", "")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    @cached_property
    def is_explicitly_ordered(self) -> bool:
        """A search narrows the list and leaves its order: relevance says little of titles."""
        return True

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Keep what the index finds.

        Asked apart: Wagtail's search refuses filters on what its index does not hold.
        """
        if not self.is_searching:
            return queryset
        found = self.model._default_manager.order_by().only("pk").autocomplete(self.search_query)
        return queryset.filter(pk__in=[page.pk for page in found])
