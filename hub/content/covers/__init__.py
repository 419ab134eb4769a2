"""Landscapes drawn by the site itself, for what has no picture of its own."""

from hub.content.covers.address import cover_address
from hub.content.covers.cover import draw_cover
from hub.content.covers.poster import draw_poster
from hub.content.covers.seeds import SEED_PATTERN, seed_for

__all__ = ["SEED_PATTERN", "cover_address", "draw_cover", "draw_poster", "seed_for"]
