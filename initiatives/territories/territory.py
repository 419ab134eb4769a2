"""A territory that has a page: a département or an EPCI of the gazetteer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.urls import reverse

from hub.territory.gazetteer import get_gazetteer
from hub.territory.neighbourhood import bordering_departements, epcis_around
from hub.territory.places import Commune, Departement
from hub.territory.prepositions import PlaceWords, words_of_departement, words_of_epci
from search.query import SearchQuery

# The EPCI with communes outside of the region, of which the gazetteer knows nothing
# (BANATIC, 2026; reference of the vocabularies, § 9).
BEYOND_THE_REGION = frozenset(
    {"200067668", "200068088", "200070308", "200070332", "200071140", "200071884"}
)


class Level(StrEnum):
    """What a territory is; its value is a field of fiches and events, and a facet of search."""

    DEPARTEMENT = "departement"
    EPCI = "epci"


@dataclass(frozen=True)
class Territory:
    """A département (by its code) or an EPCI (by its SIREN), and its communes."""

    level: Level
    code: str
    words: PlaceWords
    communes: tuple[Commune, ...]

    @property
    def title(self) -> str:
        """Its name in full."""
        return self.words.title

    @property
    def kind(self) -> str:
        """What it is, in a word."""
        return "Département" if self.is_departement else "Intercommunalité"

    @property
    def is_departement(self) -> bool:
        """Whether it is a département."""
        return self.level is Level.DEPARTEMENT

    @property
    def reaches_beyond(self) -> bool:
        """Whether some of its communes are in another region."""
        return self.code in BEYOND_THE_REGION

    @property
    def address(self) -> str:
        """The address of its page."""
        return territory_address(self.code)

    @property
    def list_address(self) -> str:
        """The address of the list of its fiches."""
        return fiches_address(**{self.level: self.code})

    @property
    def query(self) -> str:
        """The parameters of any list of its fiches: that of the map too."""
        return f"{self.level}={self.code}"

    @property
    def laureates_address(self) -> str:
        """The address of the list of its laureates."""
        return fiches_address(**{self.level: self.code, "laureat": "oui"})

    @cached_property
    def population(self) -> int:
        """How many people live in its communes of the region."""
        return sum(commune.population for commune in self.communes)

    @cached_property
    def departements(self) -> tuple[Departement, ...]:
        """The départements of its communes, that of most of them first."""
        held = Counter(commune.departement for commune in self.communes)
        return tuple(one for one, _ in held.most_common())

    @property
    def around(self) -> tuple[Territory, ...]:
        """Those of the same level around it."""
        if self.is_departement:
            codes = [one.code for one in bordering_departements(self.code)]
        else:
            codes = [one.code for one in epcis_around(self.code)]
        return tuple(one for one in map(territory, codes) if one)

    def holding(self, pages: Any) -> Any:
        """Return the pages of a queryset that lie in it."""
        return pages.filter(**{self.level: self.code})


def territory(code: str) -> Territory | None:
    """Return the territory of a code, None where there is none."""
    gazetteer = get_gazetteer()
    if departement := gazetteer.departement(code):
        words = words_of_departement(departement)
        return Territory(Level.DEPARTEMENT, code, words, gazetteer.in_departement(code))
    if epci := gazetteer.epci(code):
        return Territory(Level.EPCI, code, words_of_epci(epci), gazetteer.in_epci(code))
    return None


def territory_address(code: str) -> str:
    """Return the address of the page of a territory."""
    return reverse("territory", args=[code])


def fiches_address(**facets: str) -> str:
    """Return the address of the list of fiches, narrowed by values of facets."""
    query = SearchQuery()
    for name, value in facets.items():
        query = query.with_values(name, [value])
    return f"/initiatives/?{query.to_query_string()}"
