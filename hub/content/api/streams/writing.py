"""Writes the streams of pages: what they need is read for all of them first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.blocks.stream_block import StreamValue

from hub.content.api.context import ApiContext
from hub.content.api.reading import read_needs
from hub.content.api.schemas import BlockJson, StreamJson
from hub.content.api.streams import containers, leaves  # noqa: F401 - they register the kinds
from hub.content.api.streams.kinds import needs_of, write
from hub.content.api.streams.markup import blocks_html
from hub.content.api.streams.schema import SCHEMA_VERSION


def read_streams(values: Iterable[StreamValue], ctx: ApiContext) -> None:
    """Read what these streams need, in a constant number of queries however many they are.

    Whoever writes several pages calls it first, with the streams of all.
    """
    read_needs((need for one in values for need in needs_of(one.stream_block, _stored(one))), ctx)


def stream_json(value: StreamValue, ctx: ApiContext) -> list[BlockJson]:
    """Return the blocks of a stream as JSON; those of absent plugins are left out."""
    read_streams([value], ctx)
    blocks: list[BlockJson] = write(value.stream_block, _stored(value), ctx)
    return blocks


def stream_html(value: StreamValue, ctx: ApiContext) -> str:
    """Return a stream as HTML without class, script, or relative address."""
    return blocks_html(value.stream_block, stream_json(value, ctx))


def stream_of(value: StreamValue, ctx: ApiContext) -> StreamJson:
    """Return a stream in both forms, with the version of its schema."""
    blocks = stream_json(value, ctx)
    html = blocks_html(value.stream_block, blocks)
    return {"version": SCHEMA_VERSION, "blocks": blocks, "html": html}


def _stored(value: StreamValue) -> list[Any]:
    return list(value.raw_data)
