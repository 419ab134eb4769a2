"""Everything that the page of a territory shows, in a constant number of queries."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from django.db.models import F, Q

from hub.territory.area_map import AreaMap, area_map
from hub.territory.models import Precision
from hub.territory.point import Point
from hub.territory.region_map import Pin
from initiatives.door.models import ProposalPage
from initiatives.models import (
    EventPage,
    InitiativePage,
    LaureateStoryPage,
    PublicationPage,
    VideoPage,
)
from initiatives.territories.figures import (
    FEWEST_FICHES,
    Tally,
    laureates_among,
    numbers_by,
    sectors_of,
    themes_of,
    years_of,
)
from initiatives.territories.places import CommuneTally, communes_of, epcis_of
from initiatives.territories.territory import Level, Territory, territory_address

FIRST_FICHES = 6  # the rest is a list, with filters
FEW = 3
COUNTED = ("epci", "commune_code", "year")


class TerritorySheet:
    """Everything that the page of a territory shows: what the public may see, and no more."""

    def __init__(self, territory: Territory) -> None:
        self.territory = territory

    @property
    def fiches(self) -> Any:
        """Its fiches."""
        return self.territory.holding(InitiativePage.objects.visible())

    @property
    def events(self) -> Any:
        """Its events."""
        return self.territory.holding(EventPage.objects.visible())

    @cached_property
    def map(self) -> AreaMap | None:
        """Its outline and its fiches; None where it has no outline."""
        placed = self.fiches.exclude(latitude=None).order_by("pk")
        rows = placed.values_list("longitude", "latitude", "precision")
        pins = [
            Pin(Point(float(east), float(north)), is_approximate=precision == Precision.COMMUNE)
            for east, north, precision in rows
        ]
        return area_map(self.territory.code, self.territory.title, pins)

    @cached_property
    def total(self) -> int:
        """How many fiches it has."""
        return sum(row[-1] for row in self._rows)

    @cached_property
    def laureates(self) -> int:
        """How many of them have won the prize."""
        return laureates_among(self.fiches) if self.total else 0

    @cached_property
    def first(self) -> list[InitiativePage]:
        """The first fiches, those that have most to tell before the others."""
        return list(self.fiches.telling_first().for_cards()[:FIRST_FICHES]) if self.total else []

    @property
    def is_charted(self) -> bool:
        """Whether it has fiches enough for shares to mean anything."""
        return self.total >= FEWEST_FICHES

    @cached_property
    def themes(self) -> list[Tally]:
        """The themes of most of its fiches."""
        return themes_of(self.territory, self.fiches) if self.is_charted else []

    @cached_property
    def sectors(self) -> list[Tally]:
        """The sectors of most of its fiches."""
        return sectors_of(self.territory, self.fiches) if self.is_charted else []

    @cached_property
    def years(self) -> list[Tally]:
        """Its fiches by the year in which they were recensées."""
        return years_of(self.territory, self._by("year")) if self.is_charted else []

    @cached_property
    def stories(self) -> list[LaureateStoryPage]:
        """The last stories of its laureates."""
        told = LaureateStoryPage.objects.visible().filter(
            prize_result__initiative__in=self.fiches.order_by().values("pk")
        )
        last = told.for_cards().select_related("prize_result")
        return list(last.order_by("-prize_result__year", "title", "pk")[:FEW])

    @cached_property
    def productions(self) -> list[Any]:
        """The last videos about its fiches and events, then the last publications about them."""
        fiches = self.fiches.order_by().values("pk")
        events = self.events.order_by().values("pk")
        about = Q(subjects__page__in=fiches) | Q(subjects__page__in=events)
        newest = (F("published_on").desc(nulls_last=True), "title", "pk")
        videos = VideoPage.objects.visible().filter(about).distinct()
        publications = PublicationPage.objects.visible().filter(
            initiative_links__initiative__in=fiches
        )
        return [
            *videos.for_cards().order_by(*newest)[:FEW],
            *publications.distinct().for_cards().order_by(*newest)[:FEW],
        ]

    @cached_property
    def coming(self) -> list[EventPage]:
        """The next events."""
        return list(self.events.for_cards().coming()[:FEW])

    @cached_property
    def past(self) -> list[EventPage]:
        """The last events, where none is announced."""
        return [] if self.coming else list(self.events.for_cards().past()[:FEW])

    @cached_property
    def communes(self) -> list[CommuneTally]:
        """The communes of an EPCI that have fiches."""
        return [] if self.territory.is_departement else communes_of(self._by("commune_code"))

    @cached_property
    def epcis(self) -> list[Tally]:
        """The EPCI of a département that have fiches in it."""
        return [one for one in self._epcis if one.number]

    @cached_property
    def other_epcis(self) -> list[Tally]:
        """The EPCI of a département that have none in it."""
        return [one for one in self._epcis if not one.number]

    @cached_property
    def above(self) -> list[Tally]:
        """The départements over which an EPCI lies."""
        if self.territory.is_departement:
            return []
        codes = [one.code for one in self.territory.departements]
        numbers = self._everywhere(Level.DEPARTEMENT, codes)
        return [
            Tally(one.label, numbers[one.code], territory_address(one.code))
            for one in self.territory.departements
        ]

    @cached_property
    def around(self) -> list[Tally]:
        """The territories of the same level around it, with their numbers of fiches."""
        near = self.territory.around
        numbers = self._everywhere(self.territory.level, [one.code for one in near])
        return [Tally(one.title, numbers[one.code], one.address) for one in near]

    @cached_property
    def nearest(self) -> list[InitiativePage]:
        """Where it has no fiche, those around it."""
        if self.total:
            return []
        codes = [one.code for one in self.territory.around]
        near = InitiativePage.objects.visible().filter(**{f"{self.territory.level}__in": codes})
        return list(near.telling_first().for_cards()[:FEW])

    @cached_property
    def door(self) -> ProposalPage | None:
        """The page on which an initiative is signalled."""
        return ProposalPage.objects.visible().order_by("path").first()

    @cached_property
    def _rows(self) -> list[tuple[Any, ...]]:
        return numbers_by(self.fiches, *COUNTED)

    @cached_property
    def _epcis(self) -> list[Tally]:
        known = self.territory.is_departement
        return epcis_of(self.territory, self._by("epci")) if known else []

    def _by(self, field: str) -> Counter[Any]:
        numbers: Counter[Any] = Counter()
        for row in self._rows:
            numbers[row[COUNTED.index(field)]] += row[-1]
        return numbers

    def _everywhere(self, level: Level, codes: list[str]) -> Counter[str]:
        fiches = InitiativePage.objects.visible().filter(**{f"{level}__in": codes})
        return Counter(dict(numbers_by(fiches, level.value)))
