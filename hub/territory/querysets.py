"""Questions about places, the same on SQLite and PostgreSQL."""

import math
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, FloatField, Value
from django.db.models.functions import Cast, Cos, Radians, Sin

from .gazetteer import get_gazetteer
from .point import EARTH_RADIUS_KM, Point

_Placed = TypeVar("_Placed", bound=models.Model)


class PlacedQuerySet(models.QuerySet[_Placed]):
    """For models with the fields of PlacedMixin; combine it with the queryset of the model."""

    def in_departement(self, code: str) -> Self:
        """Keep what is in the département of this code."""
        return self.filter(departement=code)

    def in_epci(self, code: str) -> Self:
        """Keep what is in the EPCI of this SIREN."""
        return self.filter(epci=code)

    def in_former_region(self, name: str) -> Self:
        """Keep what is in "Bourgogne" or in "Franche-Comté"; nothing for another name."""
        departements = get_gazetteer().in_former_region(name)
        return self.filter(departement__in=[one.code for one in departements])

    def in_bbox(self, west: float, south: float, east: float, north: float) -> Self:
        """Keep the points of a box, its edges included."""
        return self.filter(
            longitude__gte=west, longitude__lte=east, latitude__gte=south, latitude__lte=north
        )

    def near(self, point: Point, km: float) -> Self:
        """Keep the points within `km` kilometres: by a box, which is indexed, then haversine."""
        half_chord = math.sin(min(km / (2 * EARTH_RADIUS_KM), math.pi / 2)) ** 2
        here = math.radians(point.latitude)
        there = Radians(Cast(F("latitude"), FloatField()))
        east = Radians(Cast(F("longitude"), FloatField()))
        north_south = Sin((there - Value(here)) / 2.0)
        east_west = Sin((east - Value(math.radians(point.longitude))) / 2.0)
        return (
            self.in_bbox(*point.box(km))
            .alias(
                _half_chord=north_south * north_south
                + Value(math.cos(here)) * Cos(there) * east_west * east_west
            )
            .filter(_half_chord__lte=half_chord)
        )
