"""The kinds of the blocks that hold other blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from hub.content.api.context import ApiContext
from hub.content.api.json_schema import TEXT, Schema, an_object, reference, several
from hub.content.api.reading import Need
from hub.content.api.streams.kinds import Kind, needs_of, register, schema_of, write
from hub.content.blocks.unavailable import UNAVAILABLE

Child = tuple[blocks.Block, Any]


@register
class Stream(Kind):
    """Blocks of several types, in their order; those of absent plugins are left out."""

    classes: ClassVar = (blocks.BaseStreamBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what the children need."""
        for child, held in _known(block, stored):
            yield from needs_of(child, held.get("value"))

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> list[dict[str, Any]]:
        """Return type, identifier and value of each child that the public may see."""
        written = [
            {"type": child.name, "id": held.get("id"), "value": write(child, held["value"], ctx)}
            for child, held in _known(block, stored)
        ]
        return [one for one in written if one["value"] is not None]

    def schema(self, block: Any) -> Schema:
        """Return that of a list of the blocks that may stand in the stream."""
        names = sorted(name for name in block.child_blocks if name != UNAVAILABLE)
        return several({"oneOf": [reference(f"block.{name}") for name in names]})


def _known(block: Any, stored: Any) -> Iterator[tuple[blocks.Block, dict[str, Any]]]:
    for held in stored if isinstance(stored, list) else ():
        name = held.get("type") if isinstance(held, dict) else None
        if name in block.child_blocks and name != UNAVAILABLE:
            yield block.child_blocks[name], {"value": None, **held}


@register
class Several(Kind):
    """A list of blocks of one type; what the public may not see is left out."""

    classes: ClassVar = (blocks.ListBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what the items need."""
        for item in _items(stored):
            yield from needs_of(block.child_block, item)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> list[Any]:
        """Return the values of the items."""
        written = [write(block.child_block, item, ctx) for item in _items(stored)]
        return [one for one in written if one is not None]

    def schema(self, block: Any) -> Schema:
        """Return that of a list."""
        return several(_not_null(schema_of(block.child_block)))


def _items(stored: Any) -> Iterator[Any]:
    for item in stored if isinstance(stored, list) else ():
        wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        yield item["value"] if wrapped else item


def _not_null(schema: Schema) -> Schema:
    """Return the schema of what remains once null values are left out."""
    choices = [one for one in schema.get("oneOf", ()) if one != {"type": "null"}]
    if len(choices) == 1 and "oneOf" in schema:
        return choices[0]
    return schema


@register
class Fields(Kind):
    """Several named fields."""

    classes: ClassVar = (blocks.BaseStructBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what the fields need."""
        for child, held in _fields(block, stored):
            yield from needs_of(child, held)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> dict[str, Any]:
        """Return the values of all fields, by name."""
        return {child.name: write(child, held, ctx) for child, held in _fields(block, stored)}

    def schema(self, block: Any) -> Schema:
        """Return that of an object with these properties."""
        fields = {name: schema_of(child) for name, child in block.child_blocks.items()}
        return an_object(**fields)


def _fields(block: Any, stored: Any) -> Iterator[Child]:
    """Yield each field and what is stored of it, its default where nothing is."""
    given = stored if isinstance(stored, dict) else {}
    for name, child in block.child_blocks.items():
        yield child, given[name] if name in given else child.get_prep_value(child.get_default())


@register
class Table(Kind):
    """A table: its caption, its columns with their headings, its rows of cells."""

    classes: ClassVar = (TypedTableBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what the cells need."""
        for row in _rows(block, stored):
            for child, held in row:
                yield from needs_of(child, held)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> dict[str, Any]:
        """Return caption, columns (type, heading) and rows of cells (type, value)."""
        table = stored if isinstance(stored, dict) else {}
        return {
            "caption": str(table.get("caption") or ""),
            "columns": [
                {"type": column["type"], "heading": str(column.get("heading") or "")}
                for column in _columns(block, table)
            ],
            "rows": [
                [{"type": child.name, "value": write(child, held, ctx)} for child, held in row]
                for row in _rows(block, table)
            ],
        }

    def schema(self, block: Any) -> Schema:
        """Return that of a table; each cell has the type of its column."""
        types = sorted(block.child_blocks)
        column = an_object(type={"enum": types}, heading=TEXT)
        cells = [
            an_object(type={"const": name}, value=schema_of(block.child_blocks[name]))
            for name in types
        ]
        row = several({"oneOf": cells})
        return an_object(caption=TEXT, columns=several(column), rows=several(row))


def _columns(block: Any, stored: Any) -> list[dict[str, Any]]:
    table = stored if isinstance(stored, dict) else {}
    return [one for one in table.get("columns") or () if one.get("type") in block.child_blocks]


def _rows(block: Any, stored: Any) -> Iterator[list[Child]]:
    """Yield the cells of each row, those of columns of unknown type left out."""
    table = stored if isinstance(stored, dict) else {}
    types = [one.get("type") for one in table.get("columns") or ()]
    for row in table.get("rows") or ():
        cells = zip(types, row.get("values") or (), strict=False)
        known = ((block.child_blocks.get(name), held) for name, held in cells)
        yield [(child, held) for child, held in known if child is not None]
