"""A page as the rules read it: once, whatever their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

from hub.content.fields import StreamField

Path = tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A block of a page with what it holds and where it stands."""

    block: Block
    value: Any
    path: Path


@dataclass(frozen=True)
class Passage:
    """A rich text: its block, its HTML as a tree, and where it stands."""

    block: Block
    tree: BeautifulSoup
    path: Path


class Reading:
    """A page with its blocks and texts, in the order of the form."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @cached_property
    def pieces(self) -> list[Piece]:
        """All blocks of all streams of the page, outer ones first."""
        fields = [one for one in self.page._meta.get_fields() if isinstance(one, StreamField)]
        return [
            piece
            for field in fields
            for child in getattr(self.page, field.name) or ()
            for piece in pieces_of(child.block, child.value, (field.name, *identity(child.id)))
        ]

    @cached_property
    def passages(self) -> list[Passage]:
        """The rich texts of the blocks."""
        return [
            Passage(one.block, BeautifulSoup(one.value.source, "html.parser"), one.path)
            for one in self.pieces
            if isinstance(one.value, RichText)
        ]

    @cached_property
    def plain_texts(self) -> list[tuple[models.TextField[Any, Any], str]]:
        """The texts of the page without formatting, each with its field."""
        texts = [
            one
            for one in self.page._meta.get_fields()
            if type(one) is models.TextField and one.editable
        ]
        return [(one, getattr(self.page, one.name) or "") for one in texts]


def pieces_of(block: Block, value: Any, path: Path) -> Iterator[Piece]:
    """Yield a block and the blocks inside it."""
    yield Piece(block, value, path)
    for inner in inside(block, value, path):
        yield from pieces_of(inner.block, inner.value, inner.path)


def inside(block: Block, value: Any, path: Path) -> list[Piece]:
    """Return the blocks that a block is made of; none for a leaf, nor for an empty one."""
    # The value of an image block is an image: its fields are no blocks with values.
    if value is None or isinstance(block, ImageBlock):
        return []
    if isinstance(block, StreamBlock):
        return [Piece(one.block, one.value, (*path, *identity(one.id))) for one in value]
    if isinstance(block, ListBlock):
        bound = value.bound_blocks
        return [Piece(one.block, one.value, (*path, *identity(one.id))) for one in bound]
    if isinstance(block, StructBlock):
        children = block.child_blocks.items()
        return [Piece(child, value.get(name), (*path, name)) for name, child in children]
    if isinstance(block, TypedTableBlock):
        return [Piece(cell.block, cell.value, path) for row in value.rows for cell in row]
    return []


def identity(key: str | None) -> Path:
    """Return the step of a path that a block is; none for one that has no identity yet."""
    return (key,) if key else ()
