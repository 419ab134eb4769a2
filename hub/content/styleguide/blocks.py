"""Every block that an editor may use, as its own preview value shows it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.blocks import Block

from hub.content.blocks.unavailable import UNAVAILABLE
from hub.content.styleguide.specimen import streams


@dataclass(frozen=True)
class BlockSpecimen:
    """A block, by its stored name, and how it looks."""

    name: str
    label: str
    description: str
    html: SafeString


def block_specimens(request: HttpRequest) -> list[BlockSpecimen]:
    """Return the blocks of all compositions, each once, in the order of the compositions."""
    found: dict[str, Any] = {}
    for stream in streams():
        found = {**stream().child_blocks, **found}
    found.pop(UNAVAILABLE, None)
    return [_shown(name, block, request) for name, block in sorted(found.items())]


def _shown(name: str, block: Block, request: HttpRequest) -> BlockSpecimen:
    context = {"request": request, "is_block_preview": True}
    html = block.render(block.get_preview_value(), context)
    return BlockSpecimen(name, str(block.label), str(block.get_description()), html)
