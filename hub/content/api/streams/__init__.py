"""Streams of blocks as versioned JSON, as clean HTML, and the JSON Schema of every block.

Two mechanisms only: the kind of a block (`kinds.py`) writes it, and `api_value`, `api_schema` of a
block have the last word. The HTML is made of the JSON alone: what one hides, the other cannot show.
"""

from hub.content.api.streams.markup import blocks_html
from hub.content.api.streams.schema import SCHEMA_VERSION, blocks_schema, stream_schema
from hub.content.api.streams.writing import read_streams, stream_html, stream_json, stream_of

__all__ = [
    "SCHEMA_VERSION",
    "blocks_html",
    "blocks_schema",
    "read_streams",
    "stream_html",
    "stream_json",
    "stream_of",
    "stream_schema",
]
