"""Tables have a caption, column headings and row headings."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from hub.content.blocks.table import TableBlock
from hub.content.blocks.testing import api_form

TABLE: dict[str, Any] = {
    "caption": "Heures",
    "columns": [
        {"type": "row_header", "heading": "Service"},
        {"type": "text", "heading": "Durée"},
        {"type": "rich_text", "heading": "Remarque"},
    ],
    "rows": [{"values": ["Cuisine", "32 h", "<p>Depuis <b>2021</b></p>"]}],
}


def refusal(**changes: Any) -> str:
    block = TableBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({**TABLE, **changes}))
    return str(refused.value.non_block_errors)


def test_columns_and_rows_have_their_headers() -> None:
    html = TableBlock().render(TableBlock().to_python(TABLE))
    assert "<caption" in html
    assert '<th scope="col">Durée</th>' in html
    assert '<th scope="row">Cuisine</th>' in html
    assert "<td>32 h</td>" in html
    assert "<b>2021</b>" in html


def test_a_cell_that_holds_markup_is_shown_as_text() -> None:
    table = {**TABLE, "rows": [{"values": ["<script>", "<script>", ""]}]}
    assert "<script>" not in TableBlock().render(TableBlock().to_python(table))


def test_a_published_table_has_a_caption() -> None:
    assert "Donnez un titre au tableau" in refusal(caption=" ")


def test_a_published_table_has_cells() -> None:
    assert "au moins une colonne" in refusal(rows=[])
    assert "au moins une colonne" in refusal(columns=[], rows=[{"values": []}])


def test_every_column_has_a_heading() -> None:
    unnamed = [{"type": "text", "heading": ""}]
    assert "à chaque colonne" in refusal(columns=unnamed, rows=[{"values": ["a"]}])


def test_a_draft_may_be_incomplete() -> None:
    block = TableBlock()
    assert block.clean_deferred(block.to_python(None)).columns == []


def test_the_api_form_tells_headers_from_cells() -> None:
    assert api_form(TableBlock(), TableBlock().to_python(TABLE)) == {
        "caption": "Heures",
        "columns": [
            {"type": "row_header", "heading": "Service"},
            {"type": "text", "heading": "Durée"},
            {"type": "rich_text", "heading": "Remarque"},
        ],
        "rows": [
            [
                {"type": "row_header", "value": "Cuisine"},
                {"type": "text", "value": "32 h"},
                {"type": "rich_text", "value": "<p>Depuis <strong>2021</strong></p>"},
            ]
        ],
    }
