"""Renders the blocks of a page so that one which a plugin brings cannot take the page down."""

import logging
from typing import Any

from wagtail.blocks.stream_block import StreamValue

from hub.plugins.registry import contributed_blocks

logger = logging.getLogger(__name__)


def rendered(child: StreamValue.StreamChild, context: dict[str, Any] | None) -> str:
    """Return the HTML of a child; empty, and named in the log, where its plugin raises.

    Raises what a block of ours raises: that is a fault to see, not to hide.
    """
    owner = contributed_blocks().owners.get(child.block_type)
    try:
        html: str = child.render(context=context)
    except Exception:
        if owner is None:
            raise
        logger.exception("Plugin “%s”: its block “%s” raises.", owner, child.block_type)
        return ""
    return html
