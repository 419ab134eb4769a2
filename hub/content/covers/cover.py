"""Draws the landscape of a page that has no picture."""

from hub.content.covers.landscape import landscape, palette_of
from hub.content.covers.svg import write_svg
from hub.content.covers.terrain import HEIGHT, WIDTH


def draw_cover(seed: str) -> str:
    """Return an SVG picture of 640 × 400, under 5 kB, the same for the same seed: decorative."""
    return write_svg(landscape(seed), WIDTH, HEIGHT, palette_of(seed).sky)
