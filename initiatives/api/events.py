"""Events, series and reports as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NotRequired

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.reading import Need
from hub.content.api.registry import PageResource
from hub.content.api.schemas import CodedValue, PageJson, PageRef
from initiatives.api.history import MeasureJson, measures_json
from initiatives.api.links import needs_of_pages, refs_in_order, refs_to, related_keys
from initiatives.api.places import PlaceJson, place_json
from initiatives.api.roles import RoleJson, roles_json
from initiatives.api.terms import term_json
from initiatives.models import EventPage, EventReportPage, EventSeriesPage, VideoPage
from initiatives.sheets.links import links_of


class ScheduleJson(TypedDict):
    """Quand : des dates, ou des mots quand personne ne sait mieux."""

    label: Annotated[str, Field(description="Comme on l’écrit.", examples=["8 avril 2013"])]
    start: Annotated[
        str | None,
        Field(
            description="Début, en date ISO 8601 (avec l’heure si elle est connue) ; nul si la "
            "date est imprécise.",
            examples=["2026-04-08T09:00:00+02:00"],
        ),
    ]
    end: Annotated[str | None, Field(description="Fin, de même.")]
    is_imprecise: Annotated[bool, Field(description="Seul le libellé est exact.")]
    is_cancelled: Annotated[bool, Field(description="Annulé.")]


class EventJson(PageJson):
    """Événement."""

    kind: Annotated[CodedValue | None, Field(description="Type d’événement.")]
    schedule: ScheduleJson
    place: Annotated[PlaceJson | None, Field(description="Lieu.")]
    place_name: Annotated[str, Field(description="Nom du lieu.", examples=["Cinéma Olympia"])]
    access: Annotated[str, Field(description="Comment venir, en texte.")]
    registration_url: Annotated[str, Field(description="Adresse d’inscription, ou vide.")]
    stage: Annotated[int | None, Field(description="Numéro d’étape dans sa série.")]
    inside: Annotated[PageRef | None, Field(description="Événement plus large où il se tient.")]
    organisations: Annotated[list[RoleJson], Field(description="Organisateurs et partenaires.")]
    measures: Annotated[list[MeasureJson], Field(description="Chiffres datés.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]
    reports: NotRequired[Annotated[list[PageRef], Field(description="Comptes rendus.")]]
    videos: NotRequired[Annotated[list[PageRef], Field(description="Vidéos.")]]
    events_inside: NotRequired[
        Annotated[list[PageRef], Field(description="Événements qui s’y tiennent.")]
    ]


class EventSeriesJson(PageJson):
    """Série d’événements."""

    stages: NotRequired[Annotated[list[PageRef], Field(description="Étapes, dans leur ordre.")]]


class EventReportJson(PageJson):
    """Compte rendu d’un événement, qui est la page au-dessus (`parent`)."""

    participants: Annotated[int | None, Field(description="Nombre de personnes présentes.")]
    structures: Annotated[int | None, Field(description="Nombre de structures représentées.")]
    profiles: Annotated[str, Field(description="Profils des participants.")]
    organisations: Annotated[list[RoleJson], Field(description="Organisations et leurs rôles.")]
    initiatives: Annotated[list[PageRef], Field(description="Initiatives citées.")]
    measures: Annotated[list[MeasureJson], Field(description="Chiffres datés.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]
    videos: NotRequired[Annotated[list[PageRef], Field(description="Vidéos.")]]


def read_events(pages: Any, ctx: ApiContext) -> Iterable[EventPage]:
    """Read events with all that is written of them."""
    found: Iterable[EventPage] = pages.select_related("kind").prefetch_related(
        links_of(EventPage), "measures"
    )
    return found


def needs_of_event(page: EventPage) -> Iterator[Need]:
    """Yield the pages that it leads to."""
    return needs_of_pages([page.inside_id, *related_keys(page)])


def write_event(page: EventPage, ctx: ApiContext) -> dict[str, object]:
    """Return what an event has beyond what every page has."""
    schedule: ScheduleJson = {
        "label": page.when,
        "start": page.start_iso,
        "end": page.end_iso,
        "is_imprecise": bool(page.imprecise_date),
        "is_cancelled": page.is_cancelled,
    }
    return {
        "kind": term_json(page.kind),
        "schedule": schedule,
        "place": place_json(page),
        "place_name": page.place_name,
        "access": page.access,
        "registration_url": page.registration_url,
        "stage": page.stage,
        "inside": next(iter(refs_in_order([page.inside_id], ctx)), None),
        "organisations": roles_json(page, ctx),
        "measures": measures_json(page),
        "related": refs_in_order(related_keys(page), ctx),
    }


def read_reports(pages: Any, ctx: ApiContext) -> Iterable[EventReportPage]:
    """Read reports with all that is written of them."""
    found: Iterable[EventReportPage] = pages.prefetch_related(
        links_of(EventReportPage), "initiative_links", "measures"
    )
    return found


def needs_of_report(page: EventReportPage) -> Iterator[Need]:
    """Yield the pages that it leads to."""
    return needs_of_pages([*_cited(page), *related_keys(page)])


def write_report(page: EventReportPage, ctx: ApiContext) -> dict[str, object]:
    """Return what a report has beyond what every page has."""
    return {
        "participants": page.participants,
        "structures": page.structures,
        "profiles": page.profiles,
        "organisations": roles_json(page, ctx),
        "initiatives": refs_in_order(_cited(page), ctx),
        "measures": measures_json(page),
        "related": refs_in_order(related_keys(page), ctx),
    }


def _cited(page: EventReportPage) -> list[int]:
    return [link.initiative_id for link in page.initiative_links.all()]


def _videos(page: Any, ctx: ApiContext) -> list[PageRef]:
    about = VideoPage.objects.filter(subjects__page=page.pk).order_by("title", "pk").distinct()
    return refs_to(about, ctx)


def _reports(page: EventPage, ctx: ApiContext) -> list[PageRef]:
    return refs_to(EventReportPage.objects.child_of(page).order_by("path"), ctx)


def _inside(page: EventPage, ctx: ApiContext) -> list[PageRef]:
    return refs_to(EventPage.objects.filter(inside=page).order_by("start_date", "pk"), ctx)


def _stages(page: EventSeriesPage, ctx: ApiContext) -> list[PageRef]:
    return refs_to(EventPage.objects.child_of(page).by_stage(), ctx)


EVENT = PageResource(
    name="evenement",
    model="initiatives.EventPage",
    schema=EventJson,
    write=write_event,
    read=read_events,
    needs=needs_of_event,
    details={"reports": _reports, "videos": _videos, "events_inside": _inside},
    collection="evenements",
)
SERIES = PageResource(
    name="serie",
    model="initiatives.EventSeriesPage",
    schema=EventSeriesJson,
    details={"stages": _stages},
)
REPORT = PageResource(
    name="compte-rendu",
    model="initiatives.EventReportPage",
    schema=EventReportJson,
    write=write_report,
    read=read_reports,
    needs=needs_of_report,
    details={"videos": _videos},
)
