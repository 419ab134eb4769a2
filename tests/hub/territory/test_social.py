"""The map on the card of a shared link."""

import pytest

from hub.content.theming.tokens import LIGHT
from hub.territory.area_map import path_box
from hub.territory.drawing import get_drawing
from hub.territory.point import Point
from hub.territory.social import MapGround

SIZE = (456, 630)
LOUE_LISON = "200068070"


def rgb(token):
    return tuple(int(LIGHT[token][at : at + 2], 16) for at in (1, 3, 5))


def painted(code=""):
    return MapGround(code).paint(SIZE, LIGHT.__getitem__)


def where(point, path):
    """The pixel of a point on a card that shows a path."""
    left, top, right, bottom = path_box(path)
    x, y = get_drawing().at(point)
    scale = min(SIZE[0] / (right - left), SIZE[1] / (bottom - top)) / 1.16
    across = SIZE[0] / 2 + (x - (left + right) / 2) * scale
    down = SIZE[1] / 2 + (y - (top + bottom) / 2) * scale
    return round(across), round(down)


@pytest.mark.parametrize("code", ["", "25", LOUE_LISON])
def test_the_ground_has_the_size_of_the_card(code):
    assert painted(code).size == SIZE


def test_a_departement_stands_out_from_its_neighbours():
    besancon, dijon = Point(6.0241, 47.2378), Point(5.0415, 47.3220)
    region = get_drawing().outline
    assert painted().getpixel(where(dijon, region)) == rgb("place")
    doubs = get_drawing().shape("25").path
    assert painted("25").getpixel(where(besancon, doubs)) == rgb("place")


def test_each_territory_has_a_card_of_its_own():
    assert len({MapGround(code).key for code in ("", "25", LOUE_LISON)}) == 3
    assert painted("25") != painted("39")


def test_an_unknown_code_shows_the_region():
    assert painted("inconnu") == painted()
