"""What the columns of the tables are, for tools that check them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hub.contrib.exports.rows import KINDS
from hub.plugins import Representation, Selection
from initiatives.imports.table_schema import table_schema


def write_table_schema(selection: Selection) -> Iterator[bytes]:
    """Yield the Table Schema of the CSV file of the same list."""
    described = {"title": selection.title, "homepage": selection.address, **table_schema()}
    yield json.dumps(described, ensure_ascii=False, indent=1).encode()


TABLE_SCHEMA = Representation(
    suffix="schema.json",
    media_type="application/json",
    label="Description des colonnes (Table Schema)",
    write=write_table_schema,
    kinds=KINDS,
)
