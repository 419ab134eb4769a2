import json

import pytest
from django.conf import settings

from initiatives.imports.columns import BY_NAME, COLUMNS
from initiatives.imports.mapping import Layout
from initiatives.imports.source import open_table
from initiatives.imports.table_schema import table_schema

EXAMPLES = settings.BASE_DIR / "examples"


def test_every_column_has_a_name_of_its_own_and_a_french_label():
    assert len(BY_NAME) == len(COLUMNS)
    assert all(column.label for column in COLUMNS)


def test_a_column_of_labels_stands_for_a_column_that_is_read():
    named = [column.label_of for column in COLUMNS if column.label_of]
    assert all(BY_NAME[name].read for name in named)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_column_is_documented(column):
    documentation = (settings.BASE_DIR / "docs" / "import.md").read_text(encoding="utf-8")
    assert f"| `{column.name}` |" in documentation


def test_the_schema_of_the_example_agrees_with_the_table():
    schema = json.loads((EXAMPLES / "initiatives.schema.json").read_text(encoding="utf-8"))
    assert schema == table_schema(column for column in COLUMNS if column.read)


def test_the_rows_of_the_example_are_read(terms):
    table = open_table(EXAMPLES / "initiatives.csv")
    layout = Layout(table.header)
    assert [layout.map_row(row, terms).values["fictive"] for row in table.rows()] == [True] * 5
