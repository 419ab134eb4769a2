"""How far from the centre of a circle a result is, in words."""

from __future__ import annotations

from typing import Any

from hub.content.text import NBSP
from hub.territory.models import Precision
from hub.territory.point import Point
from search.query import Near


def distance_label(page: Any, near: Near | None) -> str:
    """Return « à 12 km »; « à environ 12 km » for a page that is known by its commune alone.

    Nothing without a circle, or for a page without a place.
    """
    place: Point | None = getattr(page, "location", None) if near else None
    if near is None or place is None:
        return ""
    km = round(Point(near.longitude, near.latitude).distance_km(place))
    if not km:
        return f"à moins d’1{NBSP}km"
    about = "environ " if page.precision == Precision.COMMUNE else ""
    return f"à {about}{km}{NBSP}km"
