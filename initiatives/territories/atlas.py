"""All territories at once: what the page that leads to each of them shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.text import slugify

from hub.territory.folding import fold
from hub.territory.gazetteer import get_gazetteer
from hub.territory.places import Departement, Epci
from hub.territory.region_map import RegionMap, region_map
from initiatives.models import InitiativePage
from initiatives.territories.figures import Tally, numbers_by
from initiatives.territories.territory import (
    Territory,
    fiches_address,
    territory,
    territory_address,
)


@dataclass(frozen=True)
class Group:
    """A département, and the EPCI that have most of their communes in it."""

    departement: Tally
    with_fiches: list[Tally]
    others: list[Tally]


class Atlas:
    """The région: départements, EPCI, former regions, each with its number of fiches."""

    @cached_property
    def total(self) -> int:
        """How many fiches have a place."""
        return sum(self.by_departement.values())

    @cached_property
    def map(self) -> RegionMap:
        """The région, each département leading to its page."""
        return region_map(self.by_departement, territory_address)

    @cached_property
    def by_departement(self) -> Counter[str]:
        """Numbers of fiches by the code of their département."""
        return self._by(0)

    @cached_property
    def groups(self) -> list[Group]:
        """The départements by name, each with its EPCI by name."""
        known = sorted(get_gazetteer().departements, key=lambda one: fold(one.name))
        return [self._group(departement) for departement in known]

    @cached_property
    def former_regions(self) -> list[Tally]:
        """Bourgogne and Franche-Comté: the lists of their fiches."""
        numbers: Counter[str] = Counter()
        for one in get_gazetteer().departements:
            numbers[one.former_region] += self.by_departement[one.code]
        return [
            Tally(name, number, fiches_address(**{"ancienne-region": slugify(name)}))
            for name, number in sorted(numbers.items())
        ]

    @cached_property
    def shown(self) -> list[Territory]:
        """The territories that have a fiche, and all départements."""
        codes = [one.code for one in get_gazetteer().departements]
        codes += sorted(code for code, number in self._by_epci.items() if number)
        return [one for one in map(territory, codes) if one]

    @cached_property
    def _rows(self) -> list[tuple[Any, ...]]:
        placed = InitiativePage.objects.visible().exclude(departement="")
        return numbers_by(placed, "departement", "epci")

    @cached_property
    def _by_epci(self) -> Counter[str]:
        return self._by(1)

    @cached_property
    def _epcis(self) -> dict[str, list[Epci]]:
        """The EPCI by the code of the département of most of their communes, by name."""
        found: dict[str, list[Epci]] = {}
        for epci in sorted(get_gazetteer().epcis, key=lambda one: fold(one.name)):
            lies_in = territory(epci.code)
            if lies_in and lies_in.departements:
                found.setdefault(lies_in.departements[0].code, []).append(epci)
        return found

    def _by(self, rank: int) -> Counter[str]:
        numbers: Counter[str] = Counter()
        for row in self._rows:
            numbers[row[rank]] += row[-1]
        return numbers

    def _group(self, departement: Departement) -> Group:
        epcis = [
            Tally(one.label, self._by_epci[one.code], territory_address(one.code))
            for one in self._epcis.get(departement.code, ())
        ]
        own = self.by_departement[departement.code]
        return Group(
            Tally(departement.label, own, territory_address(departement.code)),
            [one for one in epcis if one.number],
            [one for one in epcis if not one.number],
        )
