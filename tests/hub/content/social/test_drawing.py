"""A card holds its title whatever it is, and is always the same."""

import io

import pytest
from PIL import Image, ImageChops

from hub.content.social.brand import Brand
from hub.content.social.card import Card
from hub.content.social.drawing import BRAND_Y, PAPER_WIDTH, TEXT_WIDTH, TITLE_WEIGHT, draw, fitted
from hub.content.social.lettering import TITLES, font, printable
from hub.content.social.words import ShareWords
from tests import factories

LONG = "Une coopérative qui invente une organisation du travail en quatre jours " * 3
TITLES_OF_ALL_KINDS = ["", "À", "Semaine de 4 jours", LONG[:200], LONG, "x" * 255, "Œuvre 🎉 Łódź"]
ROOM = 300


def card(**changes):
    return Card(
        **{"title": "Semaine de 4 jours", "brand": Brand("Rally’nov"), "seed": "x"} | changes
    )


def pixels(file):
    return Image.open(io.BytesIO(file)).convert("RGB")


@pytest.mark.parametrize("title", TITLES_OF_ALL_KINDS)
def test_a_card_is_a_light_picture_of_the_size_that_networks_ask_for(title):
    file = draw(card(title=title, words=ShareWords("Beaune · Côte-d’Or", "Lauréate 2022", "Note")))
    picture = Image.open(io.BytesIO(file))
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert len(file) <= 120_000


@pytest.mark.parametrize("title", TITLES_OF_ALL_KINDS)
def test_no_title_leaves_its_room(title):
    found = fitted(printable(title), ROOM)
    face = font(TITLES, found.size, TITLE_WEIGHT)
    assert found.height <= ROOM
    assert all(face.getlength(line) <= TEXT_WIDTH for line in found.lines)


def test_a_title_that_fits_at_no_size_ends_with_an_ellipsis():
    assert fitted(LONG * 2, ROOM).lines[-1].endswith("…")
    assert not fitted(LONG[:200], 400).lines[-1].endswith("…")


def test_the_same_card_is_drawn_the_same_twice():
    assert draw(card()) == draw(card())


def test_nothing_is_written_beside_the_paper():
    drawn, blank = pixels(draw(card(title=LONG))), pixels(draw(card(title="")))
    box = ImageChops.difference(drawn, blank).point(lambda value: value if value > 60 else 0)
    left, _, right, bottom = box.getbbox()
    assert left >= 50
    assert right <= PAPER_WIDTH - 17
    assert bottom <= BRAND_Y - 34


def test_a_letter_that_the_fonts_lack_is_replaced():
    assert printable("Łódź\N{NARROW NO-BREAK SPACE}: un\ntest") == "Lódz\N{NO-BREAK SPACE}: un test"


@pytest.mark.django_db
def test_a_picture_is_the_ground_of_its_card():
    red = factories.ImageFactory(file__color="#ff0000", file__width=1300, file__height=700)
    right = pixels(draw(card(picture=red))).getpixel((1000, 300))
    assert right[0] > 200
    assert max(right[1:]) < 60


@pytest.mark.django_db
def test_a_picture_whose_file_is_gone_leaves_its_place_to_the_landscape():
    gone = factories.ImageFactory()
    gone.file.storage.delete(gone.file.name)
    assert draw(card(picture=gone)) == draw(card())


def corner(file):
    return pixels(file).crop((0, BRAND_Y - 60, PAPER_WIDTH - 20, BRAND_Y + 4))


def test_a_card_wears_the_colours_of_the_programme():
    blue = Brand("Rally’nov", colours=(("accent-fill", "#0000ff"), ("paper", "#ffffff")))
    colours = {colour for _, colour in corner(draw(card(brand=blue))).getcolors(100_000)}
    assert any(blue > 200 and red < 60 for red, _, blue in colours)
    assert pixels(draw(card(brand=blue))).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.django_db
def test_the_logo_of_the_programme_signs_its_cards():
    red = factories.ImageFactory(file__color="#ff0000", file__width=800, file__height=100)
    signed = corner(draw(card(brand=Brand("Rally’nov", red))))
    assert signed.getpixel((200, 40))[0] > 200
    assert max(signed.getpixel((200, 40))[1:]) < 60


@pytest.mark.django_db
def test_a_logo_whose_file_is_gone_leaves_its_place_to_the_name():
    gone = factories.ImageFactory()
    gone.file.storage.delete(gone.file.name)
    assert draw(card(brand=Brand("Rally’nov", gone))) == draw(card())
