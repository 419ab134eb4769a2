"""The rules about who counts as what, chainable; pages and views ask here."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Case, F, Max, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Length, Substr
from wagtail.models import Page, PageManager as WagtailPageManager

from hub.content.blocks.image_chooser import with_sizes
from hub.content.models.page import PageQuerySet
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


# What a card may show of a fiche, its address, its structured data and its picture.
CARD_FIELDS = (
    "title",
    "slug",
    "path",
    "depth",
    "url_path",
    "live",
    "content_type",
    "search_description",
    "seo_title",
    "first_published_at",
    "last_published_at",
    "uid",
    "sort_title",
    "quoted_title",
    "summary",
    "activity",
    "need",
    "nature",
    "headcount",
    "year",
    "commune_code",
    "departement",
    "epci",
    "longitude",
    "latitude",
    "precision",
    "is_fictitious",
    "picture",
    "picture_alt",
)

# What was checked and what was won, where `InitiativePage` looks first.
RESULTS = Prefetch("prize_results", to_attr="results_read")
HISTORY = (Prefetch("verifications", to_attr="checks_read"), RESULTS)


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
            # No join: each fiche comes once, and counting them costs no sort.
            carrying = apps.get_model("initiatives", "Characterisation").objects.order_by()
            return self.filter(pk__in=carrying.filter(tag__in=family).values("content_object"))
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

    def telling_first(self) -> Self:
        """Fiches that have most to tell before the others.

        The last laureates first, then those that were verified last, then the last recensées.
        """
        results = apps.get_model("initiatives", "PrizeResult").objects.laureates().order_by()
        checks = apps.get_model("initiatives", "Verification").objects.order_by()
        return self.annotate(
            last_prize=_last_of(results, "year"), last_check=_last_of(checks, "verified_on")
        ).order_by(
            F("last_prize").desc(nulls_last=True),
            F("last_check").desc(nulls_last=True),
            F("year").desc(nulls_last=True),
            "sort_title",
            "pk",
        )

    def checked_last(self) -> Self:
        """Add `last_check`: the day of the last verification."""
        checks = apps.get_model("initiatives", "Verification").objects.order_by()
        return self.annotate(last_check=_last_of(checks, "verified_on"))

    def by_title(self) -> Self:
        """Fiches in the order of a French dictionary: accents and case do not count."""
        return self.order_by("sort_title", "pk")

    def to_serve(self) -> Self:
        """A fiche and the person to call."""
        return self.select_related("contact")

    def card_rows(self) -> Self:
        """Fiches with the columns of a card alone: reading all of them takes three times longer."""
        return self.only(*CARD_FIELDS)

    def for_rows(self) -> Self:
        """Fiches with all that a row of a table holds, in a constant number of queries."""
        return self.select_related(
            "sector", "legal_status", "headcount_class", "maturity"
        ).prefetch_related(
            "characterisations__tag",
            "organisation_links__organisation",
            "tagged_items__tag",
            "verifications",
        )

    def for_cards(self) -> Self:
        """Fiches with all that a card shows, in a constant number of queries."""
        return self.card_rows().prefetch_related(theme_links(), *HISTORY, with_sizes())


class EventQuerySet(PlacedQuerySet, PageQuerySet):
    """Events, by the last day on which they take place."""

    def for_cards(self) -> Self:
        """Events with all that a card shows, in a constant number of queries."""
        return self.defer_streamfields().select_related("kind")

    def by_stage(self) -> Self:
        """Stages of a tour by their numbers; those without one after them, by their days."""
        return self.order_by(F("stage").asc(nulls_last=True), "start_date", "pk")

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


def theme_links() -> Prefetch[str, Any, Any]:
    """Return how to read `theme_links`: the themes of fiches, without their other terms."""
    characterisations = apps.get_model("initiatives", "Characterisation").objects
    themes = characterisations.filter(tag__scheme=Scheme.THEME).select_related("tag")
    return Prefetch("characterisations", themes, to_attr="theme_links")


def _last_of(rows: Any, field: str) -> Subquery:
    """Return the greatest value of a field among the rows of the fiche that is being read."""
    of_fiche = rows.filter(initiative=OuterRef("pk")).values("initiative")
    return Subquery(of_fiche.annotate(last=Max(field)).values("last"))


def of_event(field: str) -> Subquery:
    """Return a field of the event under which a report stands."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Value(Page.steplen))
    events = apps.get_model("initiatives", "EventPage").objects.order_by()
    return Subquery(events.filter(path=above).values(field)[:1])


def pages_about(initiative: InitiativePage) -> list[Any]:
    """Return the visible stories, reports, videos and publications that point at a fiche.

    They come under their own types, the newest first.
    """
    found = []
    for model, keys in _pointing(initiative).items():
        pages = model.objects.visible().defer_streamfields()
        found += pages.filter(pk__in=keys)
    undated = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return sorted(found, key=lambda one: (one.first_published_at or undated, one.pk), reverse=True)


def _pointing(initiative: InitiativePage) -> dict[Any, list[int]]:
    """Return the keys of the pages that point at a fiche, by their types, in one query."""
    key = initiative.pk
    links = (
        ("LaureateStoryPage", "LaureateStoryPage", "pk", Q(prize_result__initiative=key)),
        ("EventReportPage", "ReportInitiative", "page", Q(initiative=key)),
        ("VideoPage", "VideoSubject", "video", Q(page=key)),
        ("PublicationPage", "PublicationInitiative", "page", Q(initiative=key)),
    )
    rows = [
        apps.get_model("initiatives", link)
        .objects.filter(points)
        .order_by()
        .values_list(F(page), Value(target))
        for target, link, page, points in links
    ]
    found: dict[Any, list[int]] = {}
    for page, target in rows[0].union(*rows[1:]):
        found.setdefault(apps.get_model("initiatives", target), []).append(page)
    return found


InitiativeManager = WagtailPageManager.from_queryset(InitiativeQuerySet)
EventManager = WagtailPageManager.from_queryset(EventQuerySet)
