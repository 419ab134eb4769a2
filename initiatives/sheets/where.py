"""Where a fiche or an event is, on a small map, and the way to what is around it."""

from __future__ import annotations

from dataclasses import dataclass

from hub.territory.models import PlacedMixin, Precision
from hub.territory.place_map import PlaceMap, place_map
from hub.territory.prepositions import of_commune
from initiatives.territories.places import NEAR_KM, around_address


@dataclass(frozen=True)
class Where:
    """The map, and the list of the fiches around; both last ones empty without a commune."""

    map: PlaceMap
    way: str = ""
    address: str = ""
    km: int = NEAR_KM


def where_is(page: PlacedMixin) -> Where | None:
    """Return where a page is; None where it has no place in the region."""
    point, commune = page.location, page.commune
    if point is None:
        return None
    is_approximate = page.precision == Precision.COMMUNE
    label = page.place_label or point.label
    drawn = place_map(point, label, is_approximate=is_approximate)
    if drawn is None:
        return None
    if commune is None:
        return Where(drawn)
    return Where(drawn, f"Autour {of_commune(commune)}", around_address(commune.code))
