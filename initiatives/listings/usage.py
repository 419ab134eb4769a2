"""How often a term, a tag or an organisation serves, and the list that shows where."""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.ui.tables import Column

from hub.editing.trash.node import IsBinned
from initiatives.models import (
    Characterisation,
    EventOrganisation,
    EventPage,
    InitiativeOrganisation,
    InitiativePage,
    InitiativeTag,
    Scheme,
    Term,
)
from initiatives.querysets import TERM_FIELDS


class CountColumn(Column):
    """A number of pages, which opens the list that holds them."""

    cell_template_name = "initiatives/admin/count_cell.html"

    def __init__(self, name: str, label: str, address: Callable[[Any], str], **more: Any) -> None:
        super().__init__(name, label=label, **more)
        self.address = address

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the address of the list."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "address": self.address(instance)}


def fiches_with(**asked: str) -> str:
    """Return the address of the list of fiches, narrowed."""
    return f"{reverse('listing_fiches:index')}?{urlencode(asked)}"


def events_with(**asked: str) -> str:
    """Return the address of the list of events, narrowed."""
    return f"{reverse('listing_events:index')}?{urlencode(asked)}"


def where_term_serves(term: Term) -> str:
    """Return the address of the list of what carries a term, or one below it."""
    if term.scheme == Scheme.EVENT_KIND:
        return events_with(type=term.slug)
    return fiches_with(terme=f"{term.scheme}/{term.slug}")


def with_term_uses(terms: QuerySet) -> QuerySet:
    """Add `uses`: how many pages carry each term or one below it, drafts included."""
    given = _pages(Characterisation, "content_object", "tag")
    total: Any = _count(given)
    for field in TERM_FIELDS.values():
        total = total + _count(_pages(InitiativePage, "pk", field))
    return terms.annotate(uses=total + _count(_pages(EventPage, "pk", "kind")))


def with_tag_uses(tags: QuerySet) -> QuerySet:
    """Add `uses`: how many fiches carry each tag."""
    return tags.annotate(uses=_count(_linked(InitiativeTag, "content_object", "tag")))


def with_organisation_uses(organisations: QuerySet) -> QuerySet:
    """Add `fiches` and `events`: how many of each name the organisation."""
    return organisations.annotate(
        fiches=_count(_linked(InitiativeOrganisation, "page", "organisation")),
        events=_count(_linked(EventOrganisation, "page", "organisation")),
    )


def _pages(model: type[Any], page: str, field: str) -> QuerySet:
    family = Q(**{field: OuterRef("pk")}) | Q(**{f"{field}__parent": OuterRef("pk")})
    return _outside(model, page).filter(family).annotate(found=F(page))


def _linked(model: type[Any], page: str, field: str) -> QuerySet:
    return _outside(model, page).filter(**{field: OuterRef("pk")}).annotate(found=F(page))


def _outside(model: type[Any], page: str) -> QuerySet:
    """Return the rows of pages that are not in the bin."""
    path = "path" if page == "pk" else f"{page}__path"
    rows: QuerySet = model._default_manager.order_by()
    return rows.exclude(IsBinned(path))


def _count(rows: QuerySet) -> Any:
    counted = rows.annotate(one=Value(1)).values("one").annotate(n=Count("found", distinct=True))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)
