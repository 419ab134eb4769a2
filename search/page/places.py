"""The box and the circle of an address: `bbox`, `autour`, `rayon`."""

from __future__ import annotations

import re

from hub.content.text import quoted
from hub.territory.gazetteer import get_gazetteer
from hub.territory.places import Commune
from search.page.problems import Circles
from search.query import Box, Near, plain_degrees

NEAREST, FARTHEST, USUAL = 1, 200, 20  # kilometres
RADII = (5, 10, 20, 50, 100)
MOST_CHARACTERS = 120
_NUMBER = r"-?\d{1,3}(?:\.\d{1,15})?"
_POINT = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})")
_BOX = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})\s*,\s*({_NUMBER})\s*,\s*({_NUMBER})")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class PlaceError(ValueError):
    """A place that is not found; its text is a French sentence for the visitor.

    `meant` are the circles of a name that several communes have.
    """

    def __init__(self, sentence: str, meant: Circles = ()) -> None:
        super().__init__(sentence)
        self.meant = meant


def read_box(text: str) -> Box:
    """Return the box of `west,south,east,north`, in degrees; `west` may be beyond `east`.

    Raises PlaceError for anything else.
    """
    found = _BOX.fullmatch(text)
    if not found:
        raise PlaceError(
            f"La zone {quoted(text)} ne se lit pas : il faut quatre nombres, "
            "« ouest,sud,est,nord », en degrés."
        )
    west, south, east, north = map(_degrees, found.groups())
    in_the_world = all(abs(side) <= 180 for side in (west, east)) and -90 <= south <= north <= 90
    if not in_the_world:
        raise PlaceError(
            f"La zone {quoted(text)} n’existe pas : les longitudes vont de -180 à 180, "
            "les latitudes de -90 à 90, le sud avant le nord."
        )
    return Box(west, south, east, north)


def read_near(text: str, km: int) -> Near:
    """Return the circle round a commune (INSEE code or name) or a point (`latitude,longitude`).

    Raises PlaceError for a place that is not known.
    """
    point = _POINT.fullmatch(text)
    if point:
        latitude, longitude = map(_degrees, point.groups())
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise PlaceError(
                f"Le point {quoted(text)} n’existe pas : la latitude va de -90 à 90, "
                "puis la longitude de -180 à 180."
            )
        origin = f"{plain_degrees(latitude)},{plain_degrees(longitude)}"
        return Near(origin, latitude, longitude, km)
    gazetteer = get_gazetteer()
    commune = gazetteer.commune(text)
    if commune is None:
        named = gazetteer.named(text)
        if len(named) > 1:
            meant = tuple((one.label, _round(one, km)) for one in named)
            raise PlaceError(f"Plusieurs communes s’appellent {quoted(text)} : laquelle ?", meant)
        if not named:
            raise PlaceError(
                f"La commune {quoted(text)} n’est pas connue : donnez le nom ou le code INSEE "
                "d’une commune de la région."
            )
        commune = named[0]
    return _round(commune, km)


def read_radius(text: str) -> int:
    """Return a number of kilometres; the usual one for an empty text.

    Raises PlaceError for what is not between 1 and 200.
    """
    if not text:
        return USUAL
    km = int(text) if _WHOLE.fullmatch(text) else 0
    if not NEAREST <= km <= FARTHEST:
        raise PlaceError(
            f"Le rayon {quoted(text)} n’est pas possible : il va de {NEAREST} à {FARTHEST} km."
        )
    return km


def origin_label(near: Near) -> str:
    """Return how the centre of a circle is called."""
    commune = get_gazetteer().commune(near.origin)
    return commune.label if commune else near.origin.replace(",", ", ")


def _round(commune: Commune, km: int) -> Near:
    return Near(commune.code, commune.point.latitude, commune.point.longitude, km)


def _degrees(text: str) -> float:
    """Return degrees as an address spells them: the same after being written and read again."""
    return float(plain_degrees(float(text)))
