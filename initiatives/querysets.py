"""The rules about who counts as what, chainable; pages and views ask here."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageManager as WagtailPageManager

from hub.content.models.page import PageQuerySet, visible_pages
from hub.territory.querysets import PlacedQuerySet
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, Scheme, Term

if TYPE_CHECKING:
    from initiatives.models import InitiativePage, Organisation

TERM_FIELDS = {
    Scheme.SECTOR: "sector",
    Scheme.LEGAL_STATUS: "legal_status",
    Scheme.HEADCOUNT: "headcount_class",
    Scheme.MATURITY: "maturity",
}


class InitiativeQuerySet(PlacedQuerySet, PageQuerySet):
    """Fiches."""

    def laureates(self, year: int | None = None) -> Self:
        """Fiches that won the prize, in that year or ever."""
        won = Q(prize_results__stage="laureate")
        if year is not None:
            won &= Q(prize_results__year=year)
        return self.filter(won).distinct()

    def described_by(self, term: Term) -> Self:
        """Fiches that carry this term or one of its children."""
        terms = Q(pk=term.pk) | Q(parent=term)
        family = Term.objects.filter(terms).values("pk")
        if term.scheme in CHARACTERISATION_SCHEMES:
            return self.filter(characterisations__tag__in=family).distinct()
        field = TERM_FIELDS.get(Scheme(term.scheme))
        return self.filter(**{f"{field}__in": family}) if field else self.none()

    def linked_to(self, organisation: Organisation, role: str | None = None) -> Self:
        """Fiches in which this organisation plays a role, or this role."""
        link = Q(organisation_links__organisation=organisation)
        if role is not None:
            link &= Q(organisation_links__role=role)
        return self.filter(link).distinct()

    def nearest_first(self, departement: str) -> Self:
        """Fiches of this département before the others, then the most recent ones."""
        elsewhere = Case(When(departement=departement, then=0), default=1)
        return self.annotate(elsewhere=elsewhere).order_by("elsewhere", "-year", "pk")

    def by_title(self) -> Self:
        """Fiches in the order of a French dictionary: accents and case do not count."""
        return self.order_by("sort_title", "pk")

    def in_this_order(self, chosen: list[int]) -> list[Any]:
        """The visible fiches with these keys, ready for cards, in the order of the keys."""
        found = {page.pk: page for page in self.visible().filter(pk__in=chosen).for_cards()}
        return [found[pk] for pk in chosen if pk in found]

    def for_cards(self) -> Self:
        """Fiches with all that a card shows, in a constant number of queries."""
        return self.defer_streamfields().prefetch_related(
            "characterisations__tag", "verifications", "picture__renditions"
        )


class EventQuerySet(PlacedQuerySet, PageQuerySet):
    """Events, by the last day on which they take place."""

    def for_cards(self) -> Self:
        """Events with all that a card shows, in a constant number of queries."""
        return self.defer_streamfields().prefetch_related("kind", "picture__renditions")

    def by_last_day(self) -> Self:
        """Add `last_day`: the end, or the start where there is no end."""
        return self.annotate(last_day=Coalesce("end_date", "start_date"))

    def coming(self, today: datetime.date | None = None) -> Self:
        """Events that are not over, the next one first."""
        day = today or datetime.date.today()
        return self.by_last_day().filter(last_day__gte=day).order_by("start_date", "pk")

    def past(self, today: datetime.date | None = None) -> Self:
        """Events that are over, the last one first."""
        day = today or datetime.date.today()
        return self.by_last_day().filter(last_day__lt=day).order_by("-start_date", "-pk")


def pages_about(initiative: InitiativePage) -> QuerySet[Page]:
    """Return the visible stories, reports, videos and publications that point at a fiche.

    They come as specific pages, the newest first.
    """
    pointing = (
        Q(laureatestorypage__prize_result__initiative=initiative)
        | Q(eventreportpage__initiative_links__initiative=initiative)
        | Q(videopage__subjects__page=initiative)
        | Q(publicationpage__initiative_links__initiative=initiative)
    )
    pages = visible_pages().filter(pointing).distinct()
    return pages.order_by("-first_published_at", "-pk").specific(defer=False)


InitiativeManager = WagtailPageManager.from_queryset(InitiativeQuerySet)
EventManager = WagtailPageManager.from_queryset(EventQuerySet)
