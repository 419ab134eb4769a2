"""A point on the Earth and its only written form, `SRID=4326;POINT(longitude latitude)`."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.core.exceptions import ValidationError

DECIMALS = 6  # about ten centimetres
MAX_LENGTH = 64
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG

# Ample boxes around the region: (west, east), (south, north).
_REGION_LONGITUDES = (2.7, 7.3)
_REGION_LATITUDES = (46.0, 48.6)
_NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]+)?"
_WRITTEN = re.compile(rf"SRID=4326;POINT ?\(({_NUMBER}) ({_NUMBER})\)")


@dataclass(frozen=True, slots=True)
class Point:
    """A WGS 84 position in degrees, rounded to six decimals.

    Raises ValidationError, in French, for coordinates that are not numbers, lie outside the
    Earth, or are latitude and longitude of the region in the wrong order.
    """

    longitude: float
    latitude: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "longitude", _degrees(self.longitude, 180, "longitude"))
        object.__setattr__(self, "latitude", _degrees(self.latitude, 90, "latitude"))
        if _within(self.longitude, _REGION_LATITUDES) and _within(
            self.latitude, _REGION_LONGITUDES
        ):
            raise ValidationError(
                "La latitude et la longitude semblent inversées.", code="swapped_point"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `SRID=4326;POINT(6.12 47.05)`; exponents are refused.

        Raises ValidationError, in French, for anything else.
        """
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise ValidationError(
                "Point illisible : indiquez une latitude puis une longitude en degrés, "
                "par exemple 47.0562, 6.0899.",
                code="invalid_point",
            )
        return cls(float(match[1]), float(match[2]))

    def __str__(self) -> str:
        return f"SRID=4326;POINT({_plain(self.longitude)} {_plain(self.latitude)})"

    @property
    def label(self) -> str:
        """The position as a French reader writes it: "47,0562° N, 6,0899° E"."""
        vertical = "N" if self.latitude >= 0 else "S"
        horizontal = "E" if self.longitude >= 0 else "O"
        return ", ".join(
            f"{_french(degrees)}°\u00a0{direction}"
            for degrees, direction in ((self.latitude, vertical), (self.longitude, horizontal))
        )

    def as_decimals(self) -> tuple[Decimal, Decimal]:
        """Return (longitude, latitude) for two DecimalFields of six decimals."""
        return Decimal(f"{self.longitude:.6f}"), Decimal(f"{self.latitude:.6f}")

    def distance_km(self, other: "Point") -> float:
        """Return the great-circle distance in kilometres (haversine)."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        half_east = math.radians(other.longitude - self.longitude) / 2
        chord = (
            math.sin((there - here) / 2) ** 2
            + math.cos(here) * math.cos(there) * math.sin(half_east) ** 2
        )
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))

    def box(self, km: float) -> tuple[float, float, float, float]:
        """Return (west, south, east, north) of a box that holds every point within `km`."""
        north_south = math.degrees(km / EARTH_RADIUS_KM)
        # The circle is widest on its poleward side: there a degree of longitude is shortest.
        poleward = min(89.9, abs(self.latitude) + north_south)
        east_west = min(180.0, north_south / math.cos(math.radians(poleward)))
        return (
            self.longitude - east_west,
            self.latitude - north_south,
            self.longitude + east_west,
            self.latitude + north_south,
        )


def read_point(text: str) -> Point | None:
    """Return the point written in the text, or None when there is none or it cannot be read."""
    try:
        return Point.parse(text)
    except ValidationError:
        return None


def validate_point(text: str) -> None:
    """Django validator of a written point; an empty text is accepted."""
    if text:
        Point.parse(text)


def _degrees(value: float, limit: int, name: str) -> float:
    if not math.isfinite(value) or abs(value) > limit:
        raise ValidationError(
            f"La {name} doit être un nombre entre −{limit} et {limit} degrés.",
            code="point_out_of_range",
        )
    return round(value, DECIMALS) + 0.0  # adding zero turns -0.0 into 0.0


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _plain(value: float) -> str:
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


def _french(value: float) -> str:
    return _plain(abs(value)).replace(".", ",")
