"""The table of columns as a Table Schema, which tools read beside a CSV file.

Source: Frictionless Data, Table Schema 2.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from initiatives.imports.column import Column
from initiatives.imports.columns import COLUMNS
from initiatives.models.initiative import Nature

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
_TEXT = {"type": "string"}
# What is not any text: its type, and what is accepted.
_TYPES: dict[str, dict[str, Any]] = {
    "cle": _TEXT | {"constraints": {"required": True, "unique": True, "maxLength": 120}},
    "titre": _TEXT | {"constraints": {"required": True, "maxLength": 255}},
    "resume": _TEXT | {"constraints": {"required": True, "maxLength": 400}},
    "siret": _TEXT | {"constraints": {"pattern": "[0-9]{14}"}},
    "economie": _TEXT | {"constraints": {"enum": ["ess", "classique"]}},
    "effectif": {"type": "integer", "constraints": {"minimum": 0}},
    "effectif_annee": {"type": "year"},
    "annee": {"type": "year", "constraints": {"minimum": 2012}},
    "nature": _TEXT | {"constraints": {"enum": Nature.values}},
    "latitude": {"type": "number", "constraints": {"minimum": -90, "maximum": 90}},
    "longitude": {"type": "number", "constraints": {"minimum": -180, "maximum": 180}},
    "precision": _TEXT | {"constraints": {"enum": ["adresse", "commune"]}},
    "site_web": _TEXT | {"format": "uri"},
    "verifiee_le": {"type": "date"},
    "fictive": {"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
    "adresse_page": _TEXT | {"format": "uri"},
    "modifiee_le": {"type": "datetime"},
}


def table_schema(columns: Iterable[Column] = COLUMNS) -> dict[str, Any]:
    """Return the description of a file that has these columns, in their order."""
    return {
        "$schema": PROFILE,
        "primaryKey": ["cle"],
        "missingValues": [""],
        "fields": [
            {"name": one.name, "title": one.label, "description": one.description}
            | _TYPES.get(one.name, _TEXT)
            for one in columns
        ],
    }
