"""Draws the poster of a video that has none: its title over a landscape."""

import textwrap

from django.utils.html import escape

from hub.content.covers import motifs
from hub.content.covers.landscape import generator
from hub.content.covers.palettes import PALETTES, Palette
from hub.content.covers.shapes import Area, Disc, Shape
from hub.content.covers.svg import markup
from hub.content.covers.terrain import Ridge, Road

POSTER_WIDTH, POSTER_HEIGHT = 640, 360
LINE_LENGTH, LINE_COUNT, LINE_HEIGHT = 27, 3, 44
INK = "#211A16"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
PLAY_AT = (62, 306)


def draw_poster(title: str, seed: str) -> str:
    """Return a 16:9 SVG picture with the title on the sky and a play mark at the foot.

    It stands inline in the page, where its words take the page's typeface. It is hidden from
    assistive tools, because the title is written beside it.
    """
    rng = generator(seed)
    palette = rng.choice(PALETTES)
    far = Ridge.drawn_by(rng, base=222, swing=12)
    near = Ridge.drawn_by(rng, base=278, swing=12)
    road = Road(foot=430, end=(560, far.height_at(560) + 6), bends=2.0, swing=60)
    shapes: list[Shape] = [
        Disc((430, 216), 62, palette.cloud),
        Disc((430, 216), 40, palette.sun),
        far.area(palette.middle),
        *motifs.grove(rng, far, 250, (30, 44), palette.near),
        *road.stretch(310, road.end[1], palette.road, palette.accent),
        near.area(palette.near),
        *motifs.pin(road.end, palette.accent, palette.road),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {POSTER_WIDTH} {POSTER_HEIGHT}" '
        f'width="{POSTER_WIDTH}" height="{POSTER_HEIGHT}" aria-hidden="true">'
        f'<path fill="{palette.sky}" d="M0 0h{POSTER_WIDTH}v{POSTER_HEIGHT}H0z"/>'
        f"{markup(shapes)}{_play_mark(palette)}{_words(title)}</svg>"
    )


def _words(title: str) -> str:
    # A control character is not allowed in XML, even escaped.
    printable = "".join(
        letter if letter.isprintable() or letter == NO_BREAK_SPACE else " " for letter in title
    )
    lines = textwrap.wrap(printable, LINE_LENGTH, max_lines=LINE_COUNT, placeholder=" …")
    spans = "".join(
        f'<tspan x="36" y="{66 + rank * LINE_HEIGHT}">{escape(line)}</tspan>'
        for rank, line in enumerate(lines)
    )
    return f'<text font-size="36" font-weight="700" fill="{INK}">{spans}</text>' if spans else ""


def _play_mark(palette: Palette) -> str:
    """The sign of a video; a page hides it where it has a real button, hence the class."""
    x, y = PLAY_AT
    arrow = Area(((x - 8, y - 13), (x + 15, y), (x - 8, y + 13)), palette.near)
    return f'<g class="video__mark">{markup([Disc(PLAY_AT, 28, palette.road), arrow])}</g>'
