"""What the filters offer: read when a list is opened, in a constant number of queries."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q, QuerySet
from taggit.models import Tag

from hub.territory.gazetteer import get_gazetteer
from initiatives.models import (
    Characterisation,
    InitiativeTag,
    Organisation,
    Scheme,
    Term,
)
from initiatives.panels import grouped_terms

Choices = list[tuple[str, str]]


def departements() -> Choices:
    """Return the départements of the region."""
    return [(one.code, one.label) for one in get_gazetteer().departements]


def terms_of(scheme: Scheme) -> Callable[[], Choices]:
    """Return what lists the terms of a vocabulary, the second level after its dash."""

    def choices() -> Choices:
        terms = Term.objects.of(scheme).order_by("sort_order", "name", "pk")
        return [(one.slug, f"– {one.name}" if one.parent_id else one.name) for one in terms]

    return choices


def all_terms() -> list[tuple[str, Any]]:
    """Return the terms of what a fiche carries, by vocabulary, as « theme/dialogue-social »."""
    schemes = [scheme for scheme in Scheme if scheme != Scheme.EVENT_KIND]
    return grouped_terms(schemes, lambda term: f"{term.scheme}/{term.slug}")


def tags_of_fiches() -> Choices:
    """Return the free tags that fiches carry."""
    used = InitiativeTag.objects.order_by().values("tag")
    return list(Tag.objects.filter(pk__in=used).order_by("name").values_list("slug", "name"))


def organisations_of(link: type[Model]) -> Callable[[], Choices]:
    """Return what lists the organisations that play a role in pages of a type."""

    def choices() -> Choices:
        named = link._default_manager.order_by().values("organisation")
        known = Organisation.objects.filter(pk__in=named).order_by("name", "pk")
        return list(known.values_list("slug", "name"))

    return choices


def years_of(model: type[Model], field: str) -> Callable[[], Choices]:
    """Return what lists the years that a field of a model holds, the last one first.

    `field` is a year, or the path to the year of a date: `start_date__year`.
    """

    def choices() -> Choices:
        rows = model._default_manager.exclude(**{field: None}).order_by(f"-{field}")
        return [(str(year), str(year)) for year in rows.values_list(field, flat=True).distinct()]

    return choices


def fiches_on(themes: list[str]) -> QuerySet:
    """Return the keys of the fiches that carry one of these themes, or a child of one."""
    given = Q(tag__slug__in=themes) | Q(tag__parent__slug__in=themes)
    carrying = Characterisation.objects.order_by().filter(given, tag__scheme=Scheme.THEME)
    return carrying.values("content_object")
