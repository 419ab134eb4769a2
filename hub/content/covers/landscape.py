"""Composes the landscape of a seed: always the same shapes for the same seed."""

import random

from hub.content.covers import motifs
from hub.content.covers.palettes import PALETTES, Palette
from hub.content.covers.shapes import Disc, Shape
from hub.content.covers.terrain import HEIGHT, WIDTH, Ridge, Road

FOREGROUNDS = ("vines", "firs", "ploughing")


def generator(seed: str) -> random.Random:
    """The source of every choice made for a seed."""
    return random.Random(f"landscape {seed}")  # noqa: S311 - a picture, not a secret


def palette_of(seed: str) -> Palette:
    """The colours of a seed."""
    return generator(seed).choice(PALETTES)


def landscape(seed: str) -> list[Shape]:
    """Return the shapes of a picture of WIDTH × HEIGHT, the farthest first."""
    rng = generator(seed)
    palette = rng.choice(PALETTES)
    far = Ridge.drawn_by(rng, base=186, swing=20)
    middle = Ridge.drawn_by(rng, base=242, swing=22)
    near = Ridge.drawn_by(rng, base=306, swing=18)
    side = rng.choice((-1, 1))
    place = WIDTH / 2 + side * rng.randint(60, 150)
    road = Road(
        foot=WIDTH / 2 - side * rng.randint(40, 150),
        end=(place, middle.height_at(place) + 4),
        bends=rng.choice((2.0, 3.0)),
        swing=rng.choice((-1, 1)) * rng.randint(34, 60),
    )
    return [
        *_sky(rng, palette, side),
        far.area(palette.far),
        *_middle_ground(rng, palette, middle, place, side),
        *_road_on(road, middle, near, palette),
        *_foreground(rng, palette, near, road),
        *motifs.pin(road.end, palette.accent, palette.road),
    ]


def _sky(rng: random.Random, palette: Palette, side: int) -> list[Shape]:
    # The sun stands opposite the pin, so that neither hides the other.
    centre = (WIDTH / 2 - side * rng.randint(70, 220), rng.randint(78, 120))
    radius = rng.randint(30, 44)
    sky: list[Shape] = [
        Disc(centre, radius * 1.55, palette.cloud),
        Disc(centre, radius, palette.sun),
    ]
    if rng.random() < 0.7:
        sky += motifs.clouds(rng, palette.cloud)
    if rng.random() < 0.5:
        sky += motifs.birds(rng, WIDTH / 2 + side * 130, palette.near)
    return sky


def _middle_ground(
    rng: random.Random, palette: Palette, middle: Ridge, place: float, side: int
) -> list[Shape]:
    shapes: list[Shape] = []
    shapes += motifs.grove(rng, middle, rng.randint(20, 560), (26, 40), palette.near)
    shapes.append(middle.area(palette.middle))
    shapes += motifs.contours(rng, middle, palette.far)
    village_at = place - side * rng.randint(150, 230)
    shapes += motifs.grove(rng, middle, village_at - side * 120, (24, 46), palette.near)
    if rng.random() < 0.7:
        shapes += motifs.village(rng, middle, village_at, palette)
    else:
        shapes += motifs.lake(rng, village_at, middle.base + 44, palette)
    return shapes


def _road_on(road: Road, middle: Ridge, near: Ridge, palette: Palette) -> list[Shape]:
    """The road comes out from behind the near hill and ends at the pin."""
    crest = _crest(road, near)
    behind = road.stretch(crest + 14, road.end[1], palette.road, palette.accent)
    return [*behind, near.area(palette.near)]


def _foreground(rng: random.Random, palette: Palette, near: Ridge, road: Road) -> list[Shape]:
    kind = rng.choice(FOREGROUNDS)
    shapes: list[Shape] = []
    if kind == "vines":
        shapes += motifs.vines(rng, near, palette.middle)
    if kind == "ploughing":
        shapes += motifs.contours(rng, near, palette.dark)
    shapes += road.stretch(HEIGHT + 8, _crest(road, near) - 5, palette.road, palette.accent)
    if kind == "firs":
        shapes += motifs.fir(rng.randint(20, 90), HEIGHT + 6, rng.randint(96, 132), palette.dark)
        shapes += motifs.fir(rng.randint(100, 150), HEIGHT + 10, rng.randint(66, 90), palette.dark)
        shapes += motifs.fir(rng.randint(530, 610), HEIGHT + 8, rng.randint(80, 120), palette.dark)
    return shapes


def _crest(road: Road, near: Ridge) -> float:
    """Height at which the road passes over the near hill."""
    return min(
        range(int(near.base - near.swing * 1.3), HEIGHT),
        key=lambda y: abs(near.height_at(road.centre_at(y)) - y),
    )
