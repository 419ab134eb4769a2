"""A StreamField that leaves no trace of its blocks in migrations."""

from typing import Any

from wagtail import fields
from wagtail.blocks import Block

from hub.content.blocks.stream import StreamBlock


class StreamField(fields.StreamField):
    """A StreamField whose migrations do not change when a block is added, renamed or removed.

    Takes a stream block (instance or class) or a list of (name, block) pairs, as Wagtail's does.
    Historical models have an empty list: the preserving stream block then keeps every child, so
    that a data migration may load and save pages without loss.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        is_block = isinstance(block_types, Block | type)
        super().__init__(block_types if is_block else StreamBlock(list(block_types)), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return what a migration stores: neither the blocks nor the label of the field."""
        name, path, args, kwargs = super(fields.StreamField, self).deconstruct()
        kwargs.pop("verbose_name", None)
        return name, path, list(args), kwargs
