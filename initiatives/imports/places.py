"""Columns of the place: commune, address, point, and what follows from them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import ValidationError

from hub.territory.models import Precision
from hub.territory.point import Point
from hub.territory.resolving import resolve_cell
from initiatives.imports import cells
from initiatives.imports.column import CellError, Column, Context, Values
from initiatives.imports.scalars import simple, text_column
from initiatives.models import InitiativePage


@lru_cache(maxsize=4096)
def _commune_or_message(cell: str) -> tuple[str, str]:
    try:
        return resolve_cell(cell).code, ""
    except ValidationError as unknown:
        return "", unknown.messages[0]


def read_commune(cell: str) -> str:
    """Return the INSEE code of the commune that a cell names."""
    name = cells.one_line(cell)
    if not name:
        return ""
    code, message = _commune_or_message(name)
    if message:
        raise ValidationError(message)
    return code


def _apply(page: InitiativePage, values: Values, context: Context) -> None:
    if "commune" in values:
        page.commune_code = values["commune"]
    if "latitude" in values or "longitude" in values:
        page.point, page.point_source = _written_point(page, values), ""
    page.derive_place()


def _written_point(page: InitiativePage, values: Values) -> str:
    """Return the point of a row, or nothing where it is the commune's own."""
    latitude, longitude = values.get("latitude"), values.get("longitude")
    precision = values.get("precision", "")
    if latitude is None and longitude is None:
        if precision == Precision.ADDRESS:
            raise CellError("precision", "Une précision «\u00a0adresse\u00a0» demande un point.")
        return ""
    if latitude is None or longitude is None:
        missing = "latitude" if latitude is None else "longitude"
        raise CellError(missing, "Un point demande une latitude et une longitude.")
    if precision == Precision.COMMUNE and page.commune is not None:
        return ""
    try:
        return str(Point(longitude, latitude))
    except ValidationError as refused:
        raise CellError("latitude", refused.messages[0]) from None


def _degrees(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _commune_name(page: InitiativePage) -> str:
    return page.commune.name if page.commune else ""


def _postcode(page: InitiativePage) -> str:
    return page.commune.postcodes[0] if page.commune and page.commune.postcodes else ""


PLACE_COLUMNS = (
    Column(
        "commune",
        "Commune",
        "Code INSEE (25241), nom (Flagey (Doubs)) ou code postal et nom (25330 Flagey)\u00a0; "
        "vide\u00a0: sans lieu.",
        write=lambda page: page.commune_code,
        read=simple(read_commune),
        apply=_apply,
        fields=("commune_code",),
    ),
    text_column("adresse", "address", "Adresse", "Numéro et voie, sans la commune."),
    Column(
        "latitude",
        "Latitude",
        "Degrés décimaux (WGS 84)\u00a0; sans point, celui de la commune est pris.",
        write=lambda page: _degrees(page.latitude),
        read=simple(cells.degrees(90)),
        apply=_apply,
        fields=("point", "latitude"),
    ),
    Column(
        "longitude",
        "Longitude",
        "Degrés décimaux (WGS 84).",
        write=lambda page: _degrees(page.longitude),
        read=simple(cells.degrees(180)),
        apply=_apply,
        fields=("longitude",),
    ),
    Column(
        "precision",
        "Précision du point",
        "«\u00a0adresse\u00a0», ou «\u00a0commune\u00a0»\u00a0: le point de la commune est alors "
        "pris.",
        write=lambda page: page.precision,
        read=simple(cells.choice(Precision)),
        apply=_apply,
        fields=("precision",),
    ),
)

DERIVED_PLACE_COLUMNS = (
    Column("commune_nom", "Nom de la commune", "", write=_commune_name),
    Column("code_postal", "Code postal", "", write=_postcode),
    Column("departement", "Département", "", write=lambda page: page.departement),
    Column("departement_nom", "Nom du département", "", write=lambda page: page.departement_label),
    Column("epci", "Intercommunalité (SIREN)", "", write=lambda page: page.epci),
    Column("epci_nom", "Nom de l’intercommunalité", "", write=lambda page: page.epci_label),
)
