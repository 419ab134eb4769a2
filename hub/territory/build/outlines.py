"""Make the precise outlines, the drawing of the region, its EPCI and the file of the live map."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .attributes import departement_rows, epci_of_communes
from .borders import (
    SMALLEST_DRAWN_KM2,
    Borders,
    borders_of,
    drawn_rings,
    outer_border,
    read_communes,
    without_rings_under,
)
from .geometry import Position, Ring
from .labels import room_for_label
from .paths import Sheet, svg_path
from .sources import OUTLINES_INPUTS, EtalabPackage
from .topology import kept_vertices
from .writing import ATTRIBUTION, OUTLINES_VINTAGE, write_tables

KM2 = 1_000_000.0
DRAWN, COARSE, EPCI_DRAWN = 1 * KM2, 4 * KM2, 0.7 * KM2
DECIMALS = 4  # about ten metres
SHEET_WIDTH, SHEET_MARGIN = 1000, 8
SMALLEST_LINE_KM2 = 5
# Too small for its name, which stands in the empty corner of the sheet, at the end of a line.
OUTSIDE = {"90": (992, 62)}


def build_outlines(etalab: Path, wheel: Path, data: Path, static: Path) -> str:
    """Write the four files and return one line of what was counted."""
    package = EtalabPackage(etalab)
    names = {row[0]: row[1] for row in departement_rows(package)}
    communes = read_communes(wheel, names)
    precise = borders_of(communes, {code: code[:2] for code in communes})
    borders = _drawable(precise)
    epcis = _drawable(borders_of(communes, epci_of_communes(package)))
    drawn = kept_vertices(borders, DRAWN)
    sheet = Sheet.around(_rings(borders, drawn), SHEET_WIDTH, SHEET_MARGIN)
    _write_precise(data / "outlines.json", precise)
    _write_drawing(data / "drawing.json", sheet, borders, drawn)
    _write_epcis(data / "epcis.json", sheet, epcis)
    _write_geojson(static / "departements.geojson", borders, drawn, names)
    return f"{len(borders)} départements, {len(epcis)} EPCI, {len(drawn)} vertices drawn"


def _drawable(borders: Borders) -> Borders:
    return {
        code: without_rings_under(SMALLEST_DRAWN_KM2, border) for code, border in borders.items()
    }


def _rings(borders: Borders, kept: set[Position]) -> list[Ring]:
    return [ring for border in borders.values() for ring in drawn_rings(border, kept)]


def _write(path: Path, tables: dict[str, list[Any]], **more: Any) -> None:
    write_tables(path, OUTLINES_INPUTS, OUTLINES_VINTAGE, tables, **more)


def _write_precise(path: Path, borders: Borders) -> None:
    kept = kept_vertices(borders, 0)
    rows = [
        [code, *(_rounded(ring) for ring in drawn_rings(border, kept))]
        for code, border in borders.items()
    ]
    _write(path, {"departements": rows})


def _write_drawing(path: Path, sheet: Sheet, borders: Borders, drawn: set[Position]) -> None:
    coarse = kept_vertices(borders, COARSE)
    outer = without_rings_under(SMALLEST_LINE_KM2, outer_border(borders))
    shapes = []
    for code, border in borders.items():
        rings = [sheet.ring(ring) for ring in drawn_rings(border, drawn)]
        thin = [sheet.ring(ring) for ring in drawn_rings(border, coarse)]
        shapes.append([code, svg_path(rings), svg_path(thin), *_label(code, thin)])
    lines = {
        name: svg_path(map(sheet.ring, drawn_rings(outer, kept)))
        for name, kept in {"outline": drawn, "coarse_outline": coarse}.items()
    }
    projection = {"west": sheet.west, "north": sheet.north, "scale": sheet.scale}
    size = {"width": sheet.width, "height": sheet.height}
    _write(path, {"shapes": shapes}, projection=projection, **size, **lines)


def _label(code: str, rings: Sequence[Ring]) -> list[Any]:
    """Return the point of the label, and the line that leads to it when it stands outside."""
    x, y = map(round, room_for_label(rings))
    if code not in OUTSIDE:
        return [x, y, ""]
    label_x, label_y = OUTSIDE[code]
    return [label_x, label_y, f"M{x} {y}V{label_y + 58}"]


def _write_epcis(path: Path, sheet: Sheet, epcis: Borders) -> None:
    kept = kept_vertices(epcis, EPCI_DRAWN)
    rows = [
        [code, svg_path((sheet.ring(ring) for ring in drawn_rings(border, kept)), decimals=1)]
        for code, border in epcis.items()
    ]
    _write(path, {"epcis": rows})


def _write_geojson(
    path: Path, borders: Borders, drawn: set[Position], names: Mapping[str, str]
) -> None:
    """RFC 7946: outer rings counter-clockwise. No département of the region has a hole."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "nom": names[code]},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[_rounded(ring[::-1])] for ring in drawn_rings(border, drawn)],
            },
        }
        for code, border in borders.items()
    ]
    head = {"type": "FeatureCollection", "attribution": ATTRIBUTION, "vintage": OUTLINES_VINTAGE}
    collection = {**head, "inputs": OUTLINES_INPUTS, "features": features}
    written = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    path.write_text(written.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n", "utf-8")


def _rounded(ring: Ring) -> list[Position]:
    return [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
