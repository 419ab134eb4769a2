"""How a block is written, by its kind; a block may say more by `api_value` and `api_schema`.

A kind is found by the class of a block: that of the nearest class that has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from wagtail.blocks import Block

from hub.content.api.context import ApiContext
from hub.content.api.json_schema import Schema
from hub.content.api.reading import Need


class Kind:
    """How the blocks of some classes are given. `stored` is what the database holds of a value."""

    classes: ClassVar[tuple[Any, ...]] = ()

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what must be read before the value is written."""
        return iter(())

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> Any:
        """Return the value as JSON; None where there is nothing that the public may see."""
        raise NotImplementedError

    def schema(self, block: Any) -> Schema:
        """Return the JSON Schema of what is written."""
        raise NotImplementedError


_kinds: dict[type[Block], Kind] = {}


def register(kind: type[Kind]) -> type[Kind]:
    """Add a kind for its classes of blocks."""
    _kinds.update(dict.fromkeys(kind.classes, kind()))
    return kind


def kind_of(block: Block) -> Kind:
    """Return the kind of a block."""
    return next(_kinds[one] for one in type(block).__mro__ if one in _kinds)


def needs_of(block: Block, stored: Any) -> Iterator[Need]:
    """Yield what must be read before a value is written; `api_needs` of a block adds to it."""
    yield from kind_of(block).needs(block, stored)
    own = getattr(block, "api_needs", None)
    if own is not None:
        yield from own(stored)


def write(block: Block, stored: Any, ctx: ApiContext) -> Any:
    """Return a value as JSON; `api_value` of a block has the last word."""
    written = kind_of(block).write(block, stored, ctx)
    own = getattr(block, "api_value", None)
    return own(written, ctx) if own is not None else written


def schema_of(block: Block) -> Schema:
    """Return the JSON Schema of a block, with its label; `api_schema` has the last word."""
    schema = kind_of(block).schema(block)
    own = getattr(block, "api_schema", None)
    said: Schema = own(schema) if own is not None else schema
    named = {"title": str(block.label)} if block.label else {}
    return {**named, **said}
