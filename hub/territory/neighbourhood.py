"""Which territories lie around another."""

from collections import Counter
from functools import cache

from .gazetteer import get_gazetteer
from .places import Commune, Departement, Epci

# A degree of longitude at 47° north, in degrees of latitude: enough to tell which is nearest.
_EAST = 0.682
_BORDERS = {
    "21": ("39", "58", "70", "71", "89"),
    "25": ("39", "70", "90"),
    "39": ("21", "25", "70", "71"),
    "58": ("21", "71", "89"),
    "70": ("21", "25", "39", "90"),
    "71": ("21", "39", "58"),
    "89": ("21", "58"),
    "90": ("25", "70"),
}


def bordering_departements(code: str) -> tuple[Departement, ...]:
    """Return the départements of the region that touch one, by code."""
    known = get_gazetteer()
    found = (known.departement(one) for one in _BORDERS.get(code, ()))
    return tuple(one for one in found if one)


@cache
def epcis_around(code: str) -> tuple[Epci, ...]:
    """Return the EPCI around one, those beside most of its communes first.

    The gazetteer has points, no borders: an EPCI is around another where a commune of it is, of
    all communes beyond, the nearest to one of the other's.
    """
    gazetteer = get_gazetteer()
    inside = gazetteer.in_epci(code)
    beyond = [one for one in gazetteer.communes if one.epci.code != code]
    nearest = Counter(_nearest(commune, beyond).epci.code for commune in inside)
    found = (gazetteer.epci(other) for other, _ in nearest.most_common())
    return tuple(one for one in found if one)


def _nearest(commune: Commune, others: list[Commune]) -> Commune:
    east, north = commune.point.longitude, commune.point.latitude
    return min(
        others,
        key=lambda one: (
            ((one.point.longitude - east) * _EAST) ** 2 + (one.point.latitude - north) ** 2
        ),
    )
