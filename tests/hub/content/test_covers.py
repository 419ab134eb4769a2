"""Landscapes are drawn by the site: always the same, light, safe, without a word."""

import io
import re
import xml.etree.ElementTree as ET

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from hypothesis import given, strategies as st
from PIL import Image

from hub.content.covers import SEED_PATTERN, cover_address, draw_cover, draw_poster, seed_for
from hub.content.covers.palettes import PALETTES
from hub.content.covers.poster import INK
from hub.content.covers_raster import draw_raster

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {SVG + name for name in ("svg", "path")}
SEEDS = [f"page-{number}" for number in range(60)]
URL = "/illustrations/semaine-de-4-jours.svg"


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_seed_always_gives_the_same_picture() -> None:
    assert draw_cover("beaune") == draw_cover("beaune")


def test_every_seed_has_a_picture_of_its_own() -> None:
    assert len({draw_cover(seed) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.near)
def test_every_palette_is_used(palette: object) -> None:
    assert any(palette.near in draw_cover(seed) for seed in SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cover_is_light_decorative_and_well_formed(seed: str) -> None:
    picture = draw_cover(seed)
    assert len(picture.encode()) <= 5_000
    root = ET.fromstring(picture)
    assert root.get("viewBox") == "0 0 640 400"
    assert root.get("aria-hidden") == "true"
    assert {element.tag for element in root.iter()} <= DRAWN


@given(st.text())
def test_any_text_gives_a_seed_that_is_safe_in_an_address(text: str) -> None:
    assert re.fullmatch(SEED_PATTERN, seed_for(text))


def test_a_slug_is_its_own_seed_and_other_texts_stay_apart() -> None:
    assert seed_for("semaine-de-4-jours") == "semaine-de-4-jours"
    assert seed_for("6MSURDccwBk") != seed_for("6msurdccwbk")
    assert seed_for("été") != seed_for("ete")


def test_a_poster_carries_its_title_on_few_lines_and_cuts_a_long_one() -> None:
    root = ET.fromstring(draw_poster("Une phrase " * 40, "x"))
    lines = [line.text for line in root.iter(SVG + "tspan")]
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(len(line) <= 27 for line in lines)


@given(st.text())
def test_a_poster_is_well_formed_whatever_its_title(title: str) -> None:
    root = ET.fromstring(draw_poster(title, "x").encode("utf-8", "replace"))
    assert {element.tag for element in root.iter()} <= DRAWN | {
        SVG + "g",
        SVG + "text",
        SVG + "tspan",
    }


def test_a_line_of_a_poster_never_begins_with_a_french_punctuation_mark() -> None:
    title = "Quatre jours par semaine en\N{NO-BREAK SPACE}: le récit"
    lines = [line.text for line in ET.fromstring(draw_poster(title, "x")).iter(SVG + "tspan")]
    assert lines == ["Quatre jours par semaine", "en\N{NO-BREAK SPACE}: le récit"]


def test_a_title_cannot_bring_markup_into_a_poster() -> None:
    assert "<script" not in draw_poster("<script>alert(1)</script>", "x")


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.near)
def test_the_words_of_a_poster_stand_out_of_every_sky(palette: object) -> None:
    assert contrast(INK, palette.sky) >= 7
    assert contrast(palette.near, palette.road) >= 4.5


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_a_landscape_in_pixels_is_light_and_repeatable(image_format: str) -> None:
    file = draw_raster("beaune", (960, 540), image_format)
    assert file == draw_raster("beaune", (960, 540), image_format)
    assert len(file) <= 40_000
    picture = Image.open(io.BytesIO(file))
    assert picture.format == image_format
    assert picture.size == (960, 540)


def test_a_landscape_in_pixels_has_the_colours_of_its_cover() -> None:
    picture = Image.open(io.BytesIO(draw_raster("beaune", (640, 400), "PNG"))).convert("RGB")
    corner = "#{:02X}{:02X}{:02X}".format(*picture.getpixel((1, 1)))
    sky = ET.fromstring(draw_cover("beaune"))[0].get("fill")
    distance = [abs(int(corner[at : at + 2], 16) - int(sky[at : at + 2], 16)) for at in (1, 3, 5)]
    assert max(distance) <= 8


def test_a_cover_is_served_for_a_year_and_can_run_nothing(client: Client) -> None:
    response = client.get(URL)
    assert response.status_code == 200
    assert response.content.decode() == draw_cover("semaine-de-4-jours")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert (
        response["Content-Security-Policy"]
        == "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    assert "Set-Cookie" not in response


def test_a_browser_that_has_the_cover_is_told_so(client: Client) -> None:
    etag = client.get(URL)["ETag"]
    assert client.get(URL, headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("seed", ["Majuscule", "a_b", "é", "a" * 65, "../secret", "a\0", "<b>", ""])
def test_a_seed_of_other_letters_has_no_address(seed: str) -> None:
    with pytest.raises(Resolver404):
        resolve(f"/illustrations/{seed}.svg")


def test_a_cover_is_only_read(client: Client) -> None:
    assert client.post(URL).status_code == 405
    assert client.head(URL).status_code == 200


def test_templates_get_the_address_of_a_cover() -> None:
    template = Template("{% load illustrations %}{% cover_url slug %}")
    address = template.render(Context({"slug": "semaine-de-4-jours"}))
    assert address == cover_address("semaine-de-4-jours")
    assert address.startswith(reverse("illustrations:cover", args=["semaine-de-4-jours"]))
