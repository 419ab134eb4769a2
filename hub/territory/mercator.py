"""The one projection of every map of the site: Web Mercator, in metres (EPSG:3857)."""

import math

RADIUS = 6_378_137.0
Position = tuple[float, float]


def project(longitude: float, latitude: float) -> Position:
    """Return the position in metres, northwards and eastwards from the Gulf of Guinea."""
    rising = math.tan(math.pi / 4 + math.radians(latitude) / 2)
    return RADIUS * math.radians(longitude), RADIUS * math.log(rising)


def ground_scale(northing: float) -> float:
    """Return what one metre of the map is on the ground, at this height of the map."""
    return 1 / math.cosh(northing / RADIUS)
