"""The tour of a series: its stages in order, and which of them are on the road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hub.territory.route_map import RouteMap, Stop as MapStop, route_map
from initiatives.models.event import EventPage

if TYPE_CHECKING:
    from initiatives.models import EventSeriesPage


@dataclass(frozen=True)
class Stop:
    """A stage as the list and the map show it: `anchor` is the id of its line in the list."""

    event: EventPage
    number: int

    @property
    def anchor(self) -> str:
        """The id of its line in the list."""
        return f"etape-{self.event.pk}"

    @property
    def is_on_the_road(self) -> bool:
        """Whether it is drawn: it has a place, and takes place."""
        return self.event.has_point and not self.event.is_cancelled


class Tour:
    """Everything that the page of a series shows of its stages."""

    def __init__(self, series: EventSeriesPage) -> None:
        stages = EventPage.objects.child_of(series).visible().for_cards()
        self.stops = numbered(list(stages.by_stage()))

    @cached_property
    def map(self) -> RouteMap | None:
        """The road through the stages that have a place, each leading to its line in the list."""
        drawn = [
            MapStop(point, one.event.title, one.number, f"#{one.anchor}")
            for one in self.stops
            if one.is_on_the_road and (point := one.event.location)
        ]
        road = route_map(drawn)
        return road if road.marks else None

    @property
    def has_stops_set_apart(self) -> bool:
        """Whether several stages are in one place: the map moves their marks aside."""
        places = [one.event.location for one in self.stops if one.is_on_the_road]
        return len(set(places)) < len(places)

    @cached_property
    def without_place(self) -> list[Stop]:
        """The stages that would be drawn if their place were known."""
        return [one for one in self.stops if not (one.event.has_point or one.event.is_cancelled)]


def numbered(events: Sequence[EventPage]) -> list[Stop]:
    """Return events with their numbers: those of editors where each has its own, else the ranks."""
    given = [event.stage for event in events if event.stage is not None]
    if len(given) == len(events) == len(set(given)):
        return [Stop(event, number) for event, number in zip(events, given, strict=True)]
    return [Stop(event, rank) for rank, event in enumerate(events, start=1)]
