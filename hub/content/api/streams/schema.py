"""The JSON Schema (2020-12) of what streams give: one definition for each type of block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from wagtail.blocks import BaseStreamBlock, Block
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from hub.content.api.documents import DocumentJson
from hub.content.api.json_schema import Schema, reference
from hub.content.api.links import LinkJson
from hub.content.api.schemas import CodedValue, ImageJson, PageCard, PageRef
from hub.content.api.streams.kinds import schema_of
from hub.content.blocks.testing import walk

# Raised by a change that may break what reads the API: docs/api.md says which ones do.
SCHEMA_VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHARED = (CodedValue, DocumentJson, ImageJson, LinkJson, PageCard, PageRef)
BODY = "body"


def stream_schema(block: BaseStreamBlock) -> Schema:
    """Return the schema of the `blocks` of one stream."""
    return {"$schema": DIALECT, **schema_of(block), "$defs": _definitions([block])}


def blocks_schema() -> Schema:
    """Return the schema of one block of any page, plugins' blocks included."""
    streams = [stream for _, stream in body_streams()]
    definitions = _definitions(streams)
    names = [name for name in definitions if name.startswith("block.")]
    return {
        "$schema": DIALECT,
        "title": "Bloc du contenu d’une page",
        "version": SCHEMA_VERSION,
        "oneOf": [reference(name) for name in names],
        "$defs": definitions,
    }


def body_streams() -> Iterator[tuple[str, BaseStreamBlock]]:
    """Yield the label of each page type that has a body, and the blocks that may stand in it."""
    for model in sorted(get_page_models(), key=lambda one: one._meta.label):
        for field in model._meta.get_fields():
            if isinstance(field, StreamField) and field.name == BODY:
                yield model._meta.label, field.stream_block


def _definitions(streams: list[BaseStreamBlock]) -> dict[str, Schema]:
    blocks = {name: block for stream in streams for name, block in _typed(stream)}
    written = {f"block.{name}": _block_schema(name, blocks[name]) for name in sorted(blocks)}
    return {**written, **_shared()}


def _typed(stream: Block) -> Iterator[tuple[str, Block]]:
    """Yield the blocks of a stream and of those inside it, by the types that they have there."""
    for parent in (stream, *(block for _, block in walk(stream))):
        if isinstance(parent, BaseStreamBlock):
            yield from ((path, block) for path, block in walk(parent) if "." not in path)


def _block_schema(name: str, block: Block) -> Schema:
    said = schema_of(block)
    return {
        "title": said.get("title", name),
        "type": "object",
        "properties": {
            "type": {"const": name},
            "id": {"type": ["string", "null"]},
            "value": said,
        },
        "required": ["type", "id", "value"],
    }


def _shared() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for one in SHARED:
        schema = TypeAdapter(one).json_schema(ref_template="#/$defs/{model}", mode="serialization")
        definitions |= schema.pop("$defs", {})
        definitions[one.__name__] = schema
    return dict(sorted(definitions.items()))
