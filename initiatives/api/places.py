"""Where something is, as the API gives it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.schemas import CodedValue
from hub.territory.models import PlacedMixin, Precision
from initiatives.api.terms import coded


class PointJson(TypedDict):
    """Point en degrés décimaux (WGS 84)."""

    latitude: Annotated[float, Field(description="Latitude.", examples=[47.322047])]
    longitude: Annotated[float, Field(description="Longitude.", examples=[5.04148])]
    precision: Annotated[
        CodedValue,
        Field(description="« commune » : le point est celui de la commune, non de l’adresse."),
    ]


class PlaceJson(TypedDict):
    """Lieu : commune (code INSEE) et ce qui en découle."""

    commune: Annotated[CodedValue | None, Field(description="Commune, par son code INSEE.")]
    departement: Annotated[CodedValue | None, Field(description="Département.")]
    epci: Annotated[CodedValue | None, Field(description="Intercommunalité, par son SIREN.")]
    former_region: Annotated[str, Field(description="Région d’avant 2016.")]
    address: Annotated[str, Field(description="Numéro et voie ; vide si elle n’est pas connue.")]
    point: Annotated[PointJson | None, Field(description="Point sur la carte.")]


def place_json(page: PlacedMixin) -> PlaceJson | None:
    """Return where a page is, None where it has neither commune nor point."""
    commune = page.commune
    if commune is None and not page.has_point:
        return None
    return {
        "commune": coded(commune.code, commune.label) if commune else None,
        "departement": coded(page.departement, page.departement_label),
        "epci": coded(page.epci, page.epci_label),
        "former_region": page.former_region,
        "address": page.address,
        "point": _point(page),
    }


def _point(page: PlacedMixin) -> PointJson | None:
    point = page.location
    if point is None:
        return None
    precision = Precision(page.precision or Precision.COMMUNE)
    return {
        "latitude": point.latitude,
        "longitude": point.longitude,
        "precision": {"code": precision.value, "label": str(precision.label)},
    }
