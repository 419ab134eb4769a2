"""The figures of a year: which pages are behind each one, and how it is counted.

All of them speak of what the public sees. A figure is None, « non renseigné », where nothing was
recorded that could say it: that is not the same as zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Sum

from hub.content.models.page import visible_pages
from initiatives.models import (
    EventPage,
    EventReportPage,
    InitiativePage,
    Measure,
    PrizeResult,
    Verification,
)
from initiatives.querysets import of_event

VIEWS = ("vue", "vues")


@dataclass(frozen=True)
class Figure:
    """A figure: its name, how it is counted, from what, and the pages behind it."""

    slug: str
    name: str
    definition: str
    source: str
    pages: Callable[[int], QuerySet]
    count: Callable[[int], int | None]


def fiches_of(year: int) -> QuerySet:
    """Return the fiches recensées in a year."""
    return InitiativePage.objects.visible().filter(year=year)


def laureates_of(year: int) -> QuerySet:
    """Return the fiches that won the prize of a year."""
    won = PrizeResult.objects.laureates().filter(year=year)
    return InitiativePage.objects.visible().filter(pk__in=won.order_by().values("initiative"))


def former_laureates_updated_in(year: int) -> QuerySet:
    """Return the fiches that won the prize before a year and were verified in it."""
    won = PrizeResult.objects.laureates().filter(year__lt=year).order_by()
    verified = Verification.objects.filter(verified_on__year=year).order_by()
    return (
        InitiativePage.objects.visible()
        .filter(pk__in=won.values("initiative"))
        .filter(pk__in=verified.values("initiative"))
    )


def events_of(year: int) -> QuerySet:
    """Return the events that began in a year."""
    return EventPage.objects.visible().filter(start_date__year=year)


def reports_of(year: int, figure: str) -> QuerySet:
    """Return the reports of the events of a year that give a figure."""
    reports = EventReportPage.objects.visible().annotate(event_start=of_event("start_date"))
    return reports.filter(event_start__year=year).exclude(**{figure: None})


def views_of(year: int) -> QuerySet[Measure]:
    """Return the last count of views of each page in a year; earlier ones are part of it."""
    counts = Measure.objects.filter(unit__in=VIEWS, measured_on__year=year).order_by()
    later = counts.filter(page=OuterRef("page"), measured_on__gt=OuterRef("measured_on"))
    same_day = counts.filter(
        page=OuterRef("page"), measured_on=OuterRef("measured_on"), pk__gt=OuterRef("pk")
    )
    shown = visible_pages().order_by().values("pk")
    return counts.filter(~Exists(later), ~Exists(same_day), page__in=shown)


def viewed_in(year: int) -> QuerySet:
    """Return the pages whose views were counted in a year."""
    return visible_pages().filter(pk__in=views_of(year).values("page"))


def _how_many(pages: Callable[[int], QuerySet]) -> Callable[[int], int | None]:
    return lambda year: pages(year).count()


def _if_any(
    recorded: Callable[[int], QuerySet], pages: Callable[[int], QuerySet]
) -> Callable[[int], int | None]:
    """Return how many pages, or None for a year of which nothing at all was recorded."""
    return lambda year: pages(year).count() if recorded(year).exists() else None


def _sum_of(figure: str) -> Callable[[int], int | None]:
    return lambda year: reports_of(year, figure).aggregate(total=Sum(figure))["total"]


def _views(year: int) -> int | None:
    total: Any = views_of(year).aggregate(total=Sum("value"))["total"]
    return None if total is None else int(total)


FIGURES = (
    Figure(
        "fiches-recensees",
        "Fiches recensées",
        "Fiches publiées dont l’année de recensement est celle-ci.",
        "Champ « année de recensement » des fiches",
        fiches_of,
        _how_many(fiches_of),
    ),
    Figure(
        "laureates",
        "Lauréates",
        "Fiches publiées qui ont un résultat « Lauréate » au prix de cette année ; une fiche "
        "lauréate dans deux catégories compte une fois.",
        "Référentiel « Résultats au prix »",
        laureates_of,
        _if_any(lambda year: PrizeResult.objects.filter(year=year), laureates_of),
    ),
    Figure(
        "anciennes-laureates-mises-a-jour",
        "Fiches d’anciennes lauréates mises à jour",
        "Fiches publiées, lauréates d’une année précédente, vérifiées au moins une fois dans "
        "l’année.",
        "Référentiels « Vérifications » et « Résultats au prix »",
        former_laureates_updated_in,
        _if_any(
            lambda year: Verification.objects.filter(verified_on__year=year),
            former_laureates_updated_in,
        ),
    ),
    Figure(
        "evenements",
        "Événements",
        "Événements publiés qui ont commencé dans l’année ; chaque étape d’une série compte.",
        "Champ « date de début » des événements",
        events_of,
        _how_many(events_of),
    ),
    Figure(
        "participants",
        "Participants",
        "Somme des participants des comptes rendus publiés des événements de l’année. Qui est "
        "venu deux fois compte deux fois.",
        "Champ « participants » des comptes rendus",
        lambda year: reports_of(year, "participants"),
        _sum_of("participants"),
    ),
    Figure(
        "structures",
        "Structures représentées",
        "Somme des structures des comptes rendus publiés des événements de l’année. Une structure "
        "venue à deux événements compte deux fois.",
        "Champ « structures représentées » des comptes rendus",
        lambda year: reports_of(year, "structures"),
        _sum_of("structures"),
    ),
    Figure(
        "vues",
        "Vues",
        "Somme, page par page, du dernier relevé de vues de l’année ; un relevé compte les vues "
        "depuis la mise en ligne.",
        "Référentiel « Mesures », unité « vues »",
        viewed_in,
        _views,
    ),
)
BY_SLUG = {figure.slug: figure for figure in FIGURES}
