"""Events, their series, and publications, as search sees them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from hub.content.text import number_label
from hub.plugins.declarations import Described, DocumentSpec
from initiatives.models import (
    EventOrganisation,
    EventPage,
    EventSeriesPage,
    InitiativePage,
    PublicationInitiative,
    PublicationPage,
)
from initiatives.search.inherited import place_values, point_of, shown_fiche
from initiatives.search.texts import each_once, place_names, stream_texts


def read_events(events: Any) -> Any:
    """Add to events what `describe_event` needs."""
    links = EventOrganisation.objects.select_related("organisation")
    return events.select_related("kind").prefetch_related(Prefetch("organisation_links", links))


def describe_event(event: EventPage) -> Described:
    """Return the texts of an event, when and where it is."""
    texts = [
        event.summary,
        event.kind.name if event.kind else "",
        event.when,
        event.place_name,
        event.access,
        *stream_texts(event.body),
        *(link.organisation.name for link in event.organisation_links.all()),
        *place_names(event),
    ]
    return Described(
        texts=each_once(texts),
        values=place_values(event),
        day=event.start_date,
        point=point_of(event),
    )


def describe_series(series: EventSeriesPage) -> Described:
    """Return the texts of a series; its events are documents of their own."""
    return Described(texts=each_once([series.summary, *stream_texts(series.body)]))


def read_publications(publications: Any) -> Any:
    """Add to publications what `describe_publication` needs."""
    shown = InitiativePage.objects.visible().only("title")
    links = PublicationInitiative.objects.prefetch_related(Prefetch("initiative", shown))
    return publications.prefetch_related("figures", Prefetch("initiative_links", links))


def describe_publication(publication: PublicationPage) -> Described:
    """Return the texts of a publication, its figures and the titles of the fiches it gathers."""
    fiches = map(shown_fiche, publication.initiative_links.all())
    texts = [
        publication.summary,
        publication.kind_label,
        publication.date_label,
        *stream_texts(publication.body),
        *(
            " ".join(filter(None, (number_label(one.value), one.unit, one.label)))
            for one in publication.figures.all()
        ),
        *(one.title for one in fiches if one),
    ]
    return Described(texts=each_once(texts), day=publication.published_on)


EVENT = DocumentSpec(
    name="evenement",
    singular="événement",
    plural="événements",
    model="initiatives.EventPage",
    describe=describe_event,
    read=read_events,
    cards=lambda events: events.for_cards().with_pictures(),
    card="search/cards/evenement.html",
    depends_on={
        "initiatives.Term": lambda term: EventPage.objects.filter(kind=term),
        "initiatives.Organisation": lambda one: EventPage.objects.filter(
            organisation_links__organisation=one
        ),
    },
)
SERIES = DocumentSpec(
    name="serie",
    singular="série d’événements",
    plural="séries d’événements",
    model="initiatives.EventSeriesPage",
    describe=describe_series,
    cards=lambda pages: pages.for_cards(),
    card="search/cards/serie.html",
)
PUBLICATION = DocumentSpec(
    name="publication",
    singular="publication",
    plural="publications",
    model="initiatives.PublicationPage",
    describe=describe_publication,
    read=read_publications,
    cards=lambda pages: pages.for_cards(),
    card="search/cards/publication.html",
    depends_on={
        "initiatives.InitiativePage": lambda fiche: PublicationPage.objects.filter(
            initiative_links__initiative=fiche
        ),
    },
)
