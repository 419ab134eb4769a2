"""The events of the programme: the tour of 2013, the year 2023, the programme of 2024."""

import datetime
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from wagtail.models import Page

from home.demo.batch import Advance, fill, known, organisations, page_once, term
from home.demo.pictures import picture_of
from home.demo.streams import text
from initiatives.models import (
    EventIndexPage,
    EventOrganisation,
    EventPage,
    EventSeriesPage,
    Scheme,
)

SOURCE = Path(__file__).parent / "events.toml"
# So that the home page always has a next event to show on a new site.
WEEKS_AHEAD = 6
COMING: dict[str, Any] = {
    "slug": "exemple-fictif-atelier",
    "title": "Exemple fictif : « Et si on essayait ? »",
    "kind": "atelier",
    "summary": "Ce rendez-vous n’existe pas : il montre comment un événement à venir est annoncé.",
    "start_time": datetime.time(14),
    "end_time": datetime.time(17),
    "commune": "39198",
    "place_name": "Salle imaginaire du Pré-Rond",
    "access": "Inutile de venir : la salle, l’atelier et ses animateurs sont inventés.",
    "body": "<p>Un vrai événement dirait ici ce que l’on y fera, avec qui, et ce qu’il faut "
    "apporter.</p>",
}


def load_events(advance: Advance) -> None:
    """Make the series and the events that were never made."""
    index = EventIndexPage.objects.order_by("path").first()
    data = tomllib.loads(SOURCE.read_text("utf-8"))
    for row in data["series"]:
        page_once(index, row["slug"], partial(_series, row))
    coming = {**COMING, "start": datetime.date.today() + datetime.timedelta(weeks=WEEKS_AHEAD)}
    events = [*data["event"], coming]
    for rank, row in enumerate(events, start=1):
        parent: Page | None = known(f"page/{row['series']}") if "series" in row else index
        page_once(parent, row["slug"], partial(_event, row))
        advance(rank, len(events))


def _series(row: dict[str, Any]) -> EventSeriesPage:
    return EventSeriesPage(title=row["title"], summary=row["summary"], body=[text(row["body"])])


def _event(row: dict[str, Any]) -> EventPage:
    event = EventPage(
        title=row["title"],
        kind=term(Scheme.EVENT_KIND, row["kind"]),
        summary=row["summary"],
        start_date=row["start"],
        start_time=row.get("start_time"),
        end_date=row.get("end"),
        end_time=row.get("end_time"),
        imprecise_date=row.get("imprecise", ""),
        hours_note=row.get("hours_note", ""),
        commune_code=row.get("commune", ""),
        place_name=row.get("place_name", ""),
        access=row.get("access", ""),
        stage=row.get("stage"),
        inside=known(f"page/{row['inside']}") if "inside" in row else None,
        picture=picture_of(row["picture"]) if "picture" in row else None,
        body=[text(row["body"])] if "body" in row else [],
    )
    roles = {name: role for role, name in row.get("organisations", ())}
    links = [
        EventOrganisation(organisation=organisation, role=roles[organisation.name])
        for organisation in organisations(roles)
    ]
    return fill(event, organisation_links=links)
