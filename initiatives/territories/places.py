"""Where fiches are inside of a territory, and the ways to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hub.territory.folding import fold
from hub.territory.gazetteer import get_gazetteer
from hub.territory.prepositions import of_commune
from initiatives.territories.figures import Tally
from initiatives.territories.territory import Territory, territory_address

# What a link « Autour de Dole » asks for: what can be visited in an hour.
NEAR_KM = 20


@dataclass(frozen=True)
class CommuneTally(Tally):
    """A commune with fiches; its address lists those around it."""

    way: str = ""


def epcis_of(territory: Territory, numbers: Mapping[str, int]) -> list[Tally]:
    """Return the EPCI of a département with their numbers of fiches in it: most first, by name."""
    codes = {commune.epci.code for commune in territory.communes}
    known = [epci for epci in get_gazetteer().epcis if epci.code in codes]
    known.sort(key=lambda one: (-numbers.get(one.code, 0), fold(one.name)))
    return [
        Tally(one.label, numbers.get(one.code, 0), territory_address(one.code)) for one in known
    ]


def communes_of(numbers: Mapping[str, int]) -> list[CommuneTally]:
    """Return the communes that have fiches: most first, then by name."""
    gazetteer = get_gazetteer()
    known = [one for code in numbers if (one := gazetteer.commune(code))]
    known.sort(key=lambda one: (-numbers[one.code], fold(one.name)))
    return [
        CommuneTally(
            one.short_label,
            numbers[one.code],
            around_address(one.code),
            way=f"Autour {of_commune(one)}",
        )
        for one in known
    ]


def around_address(commune_code: str) -> str:
    """Return the address of the list of fiches around a commune."""
    return f"/initiatives/?autour={commune_code}&rayon={NEAR_KM}"
